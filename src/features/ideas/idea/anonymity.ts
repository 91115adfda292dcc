import type { Actor } from '../../../kernel/access/actor.ts'
import type { EventKind } from '../../thread/index.ts'
import type { Idea } from './domain.ts'

/** Events of somebody in charge, named by role: they do not identify the author. */
export const IN_CHARGE: readonly EventKind[] = [
  'answered',
  'studied',
  'retained',
  'aside',
  'hidden',
  'restored',
]
/** Events that an author causes on another idea because they wrote this one. */
export const TO_BOTH: readonly EventKind[] = ['merged', 'unmerged']

/** Whether `actor` is the idea's author and must not be named. */
export function hides({ unnamed, author }: Idea, actor: Pick<Actor, 'id'>): boolean {
  return unnamed === true && author === actor.id
}

/** Whether the author's name can still be removed from the idea. */
export function isNamedStill({ author, unnamed, address }: Idea, actor: Actor): boolean {
  return author === actor.id && !unnamed && address === undefined
}
