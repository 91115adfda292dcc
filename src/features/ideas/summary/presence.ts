import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import { estimatedWithin, FEWEST, keepsFive, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Direction } from '../../programme/index.ts'

/** About how many people of a Direction were there: never nought, which is said of those that are not listed. */
export type DirectionPresence = { readonly direction: string; readonly about: Shown }

/**
 * Who was at a workshop. `present`: absent where no list was kept. `directions`: once the list is closed, and only where
 * the exact total gives none of them away.
 */
export type Presence = {
  readonly present?: number
  readonly registered: number
  readonly directions: readonly DirectionPresence[]
  /** The list is closed: nothing of it changes any more. */
  readonly final: boolean
}

/** Counts of the register as it stands. */
export type LivePresence = { readonly present: number; readonly registered: number }

export type PresenceStore = {
  readonly live: (workshops: readonly string[]) => Promise<ReadonlyMap<string, LivePresence>>
  /** Exact: whoever asks estimates it before anything is kept. A new Direction counts from its day on. */
  readonly byDirection: (workshop: string, now: number) => Promise<ReadonlyMap<string, number>>
  /** Distinct people who were at any of them. */
  readonly distinctPeople: (workshops: readonly string[]) => Promise<number>
  readonly kept: (workshops: readonly string[]) => Promise<ReadonlyMap<string, Presence>>
  /** False when it was kept before: what was said once stands. */
  readonly keep: (workshop: string, presence: Presence, at: number) => Promise<boolean>
  /** Days of a series whose list was kept. */
  readonly keptDays: (series: string) => Promise<readonly string[]>
  readonly keepPeople: (series: string, people: number) => Promise<void>
  readonly keptPeople: (series: string) => Promise<number | undefined>
}

type Counted = {
  readonly workshop: string
  readonly present: number
  /** Exact, alive between two statements: never written, never shown. */
  readonly byDirection: ReadonlyMap<string, number>
}

/**
 * What is said of each Direction beside the exact total of those present.
 *
 * Each is estimated as anywhere else (docs/chiffres.md): a step of the ladder, from a threshold on that is drawn for this
 * workshop and Direction and known to nobody; under nineteen agents, nothing. But an exact total stands beside, and what
 * is left of it, the others taken away, is the one that is missing. So all of them are shown together or none is:
 * `keepsFive` counts the Directions that are not listed (« moins de 10 », and the small ones) among the cells, and holds that
 * the total, whoever subtracts whatever is shown from it, leaves at least five counts possible for each, listed or not, or as
 * many as its estimate alone leaves.
 *
 * Of fewer than nineteen people nothing is said, nor where an estimate is above the total itself: « environ 25 » beside « 20
 * personnes » would be read as a fault, whatever the ladder means by it.
 *
 * It is said once, after the list is closed, and kept as said: a list that is corrected name by name beside an estimate
 * that moves would tell whose Direction was added. A series has no such table at all: five totals and five tables of
 * the same people could be combined.
 */
export function directionsPresent(
  directions: readonly Pick<Direction, 'id' | 'headcount'>[],
  { workshop, present, byDirection }: Counted,
  draw: KeyedRandom,
): readonly DirectionPresence[] {
  const cells = directions.map(({ id, headcount: whole }) => {
    const held = (estimate: number) => draw(['present', workshop, id, estimate].join(' '))
    return { direction: id, shown: estimatedWithin(byDirection.get(id) ?? 0, whole, held), whole }
  })
  if (present < FEWEST || cells.some(({ shown }) => shown > present)) return []
  if (!keepsFive(cells, present)) return []
  return cells.filter(({ shown }) => shown > 0).map(({ direction, shown }) => ({ direction, about: shown }))
}
