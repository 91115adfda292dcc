import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Idea } from '../idea/domain.ts'
/** What was said aloud in a channel stands there under its author's name. @throws Refusal `idea-said-aloud` */
export function checkUnnaming({ address }: Idea): void {
  if (address !== undefined) throw new Refusal('idea-said-aloud')
}

/**
 * Beside another idea of theirs that goes on naming them, one that named them until now would still be known as theirs.
 * @throws Refusal `unname-joined`, which its author alone can meet
 */
export function checkUnnamedAlone({ id, author }: Idea, group: readonly Idea[]): void {
  const still = group.some(each => each.id !== id && each.author === author && !each.unnamed)
  if (still) throw new Refusal('unname-joined')
}

export const ANONYMITY_PERMISSIONS = {
  unname: { act: 'ideas.unname', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>
