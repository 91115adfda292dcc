import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { EventKind } from '../../thread/index.ts'
import type { Idea } from './domain.ts'

/** Done in a role, and named so: it says nothing of who wrote. */
export const IN_CHARGE: readonly EventKind[] = [
  'answered',
  'studied',
  'retained',
  'aside',
  'hidden',
  'restored',
]
/** What an author does to another idea because they wrote this one. */
export const TO_BOTH: readonly EventKind[] = ['merged', 'unmerged']

/** Whether `actor` wrote the idea and is not to be named for it. */
export function hides({ unnamed, author }: Idea, actor: Pick<Actor, 'id'>): boolean {
  return unnamed === true && author === actor.id
}

/** What was said aloud in a channel stands there under its author's name. @throws Refusal `idea-said-aloud` */
export function checkUnnaming({ address }: Idea): void {
  if (address !== undefined) throw new Refusal('idea-said-aloud')
}

/** Whether the author's name can still be taken off the idea. */
export function isNamedStill({ author, unnamed, address }: Idea, actor: Actor): boolean {
  return author === actor.id && !unnamed && address === undefined
}

/**
 * Beside another idea of theirs that goes on naming them, one that named them until now would still be known as theirs.
 * @throws Refusal `unname-joined`, which its author alone can meet
 */
export function checkUnnamedAlone({ id, author }: Idea, group: readonly Idea[]): void {
  const still = group.some(each => each.id !== id && each.author === author && !each.unnamed)
  if (still) throw new Refusal('unname-joined')
}
