import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Idea } from '../idea/domain.ts'
/** An idea typed in a channel shows its author there, so it cannot be anonymised. @throws Refusal `idea-said-aloud` */
export function checkUnnaming({ address }: Idea): void {
  if (address !== undefined) throw new Refusal('idea-said-aloud')
}

/**
 * In a merge group with another idea of the same author that names them, the author would still be known.
 * @throws Refusal `unname-joined`, which only its author can meet
 */
export function checkUnnamedAlone({ id, author }: Idea, group: readonly Idea[]): void {
  const still = group.some(each => each.id !== id && each.author === author && !each.unnamed)
  if (still) throw new Refusal('unname-joined')
}

export const ANONYMITY_PERMISSIONS = {
  unname: { act: 'ideas.unname', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>
