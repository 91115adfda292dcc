import type { Actor } from '../../../kernel/access/actor.ts'
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

/** Whether the author's name can still be taken off the idea. */
export function isNamedStill({ author, unnamed, address }: Idea, actor: Actor): boolean {
  return author === actor.id && !unnamed && address === undefined
}
