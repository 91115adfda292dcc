import type { Door } from './audit.ts'
import type { Language } from './language.ts'
import type { Role } from './permission.ts'

/** Who acts, known before any handler runs. `id` is our own; it never leaves as a name. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly language: Language
  /** Id of the Direction, absent until the person says it. */
  readonly direction?: string
  /** Directions the person answers for: a pilot's, a manager's one or several. */
  readonly leads?: readonly string[]
  /** Stands in for the pilot: may do what a pilot does, and is not called upon while there is one. */
  readonly deputy?: true
  /** The bot cannot write to the person by itself: it can answer them, and tell them nothing. */
  readonly unreachable?: true
  /** Has a guest's account, and guests may not act: the doors let in none. */
  readonly guest?: true
  /** The door they came through; absent for what the product does by itself. */
  readonly door?: Door
}
