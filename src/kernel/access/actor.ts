import type { Language } from '../text/language.ts'
import type { EntryPoint } from './entry-point.ts'
import type { Role } from './role.ts'

/** The person who acts, resolved before any handler runs. `id` is our own id of them; no name. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly language: Language
  /** They chose it themselves: it overrides the locale of their Teams. */
  readonly languageChosen?: true
  /** They chose that no text of theirs goes to a language model. */
  readonly aiOptOut?: true
  /** Id of the Direction; absent until the person says which. */
  readonly direction?: string
  /** They changed Direction lately: `from` counts for them until `at` (ms), see `countedDirection`. */
  readonly moving?: { readonly from: string; readonly at: number }
  /** Directions the person answers for, as a pilot or manager. */
  readonly leads?: readonly string[]
  /** Deputy: has a pilot's rights, and is written to only where there is no pilot. */
  readonly deputy?: true
  /** The bot cannot send to the person: it can answer them, not write first. */
  readonly unreachable?: true
  /** Has a guest account, and guests may not act: every entry point refuses them. */
  readonly guest?: true
  /** Key of their rate limits, which an erasure does not reset: a fingerprint of their account. Not stored. */
  readonly account?: string
  /** Locale of their Teams at this request, where it says so. Not stored. */
  readonly client?: Language
  /** Entry point they came through; absent for what the product does by itself. */
  readonly entryPoint?: EntryPoint
}

/**
 * The Direction that somebody is counted in: for shared figures and for quotas of seats. A change takes effect the
 * next day here; all else goes by `direction`.
 */
export function countedDirection({
  direction,
  moving,
}: Pick<Actor, 'direction' | 'moving'>): string | undefined {
  return moving?.from ?? direction
}
