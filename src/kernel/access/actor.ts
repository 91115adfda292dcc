import type { Language } from '../text/language.ts'
import type { EntryPoint } from './entry-point.ts'
import type { Role } from './role.ts'

/** Who acts, known before any handler runs. `id` is our own; it never leaves as a name. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly language: Language
  /** They chose it themselves: what their Teams speaks no longer counts. */
  readonly languageChosen?: true
  /** Id of the Direction, absent until the person says it. */
  readonly direction?: string
  /** They come from another one, which counts for them until `at` (ms): see `countedIn`. */
  readonly moving?: { readonly from: string; readonly at: number }
  /** Directions the person answers for: a pilot's, a manager's one or several. */
  readonly leads?: readonly string[]
  /** Stands in for the pilot: may do what a pilot does, and is not called upon while there is one. */
  readonly deputy?: true
  /** The bot cannot write to the person by itself: it can answer them, and tell them nothing. */
  readonly unreachable?: true
  /** Has a guest's account, and guests may not act: the doors let in none. */
  readonly guest?: true
  /** What limits count them by, an erasure or not: a fingerprint of their account. Kept nowhere. */
  readonly account?: string
  /** What their Teams speaks now, where the door hears it. Kept nowhere. */
  readonly client?: Language
  /** The entry point they came through; absent for what the product does by itself. */
  readonly door?: EntryPoint
}

/**
 * The Direction somebody is counted in: what is shared with one, its seats. A change counts from the next day on; all else
 * goes by `direction`.
 */
export function countedIn({ direction, moving }: Pick<Actor, 'direction' | 'moving'>): string | undefined {
  return moving?.from ?? direction
}
