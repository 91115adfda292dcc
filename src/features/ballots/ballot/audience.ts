import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import {
  estimatedWithin,
  keepsFive,
  type Shown,
  type ShownCell,
  speaks,
} from '../../../kernel/personal-data/counts.ts'
import type { Direction } from '../../programme/index.ts'

/**
 * Who may vote. `workshop`: who has a seat there; with `table`, who sits at that one of its tables. `present`: who is checked
 * in there, as long as it runs. `channels`: who sees the card in one of them; Teams alone knows how many they are.
 */
export type BallotAudience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'directions'; readonly directions: readonly string[] }
  | { readonly kind: 'workshop'; readonly workshop: string; readonly table?: string }
  | { readonly kind: 'present'; readonly workshop: string }
  | { readonly kind: 'channels'; readonly channels: readonly string[] }

export const EVERYBODY: BallotAudience = { kind: 'everybody' }

/** The workshop whose people it asks. */
export function workshopOf(audience: BallotAudience): string | undefined {
  return audience.kind === 'workshop' || audience.kind === 'present' ? audience.workshop : undefined
}

/** The table whose people it asks, by its name. */
export function tableOf(audience: BallotAudience): string | undefined {
  return audience.kind === 'workshop' ? audience.table : undefined
}

const NUMBERED = /^(?:table )?0{0,3}([1-9]\d{0,2})$/i

/** The number that a table is called by; undefined for « Les lycées ». */
export function tableNumber(name: string): number | undefined {
  const [, number] = NUMBERED.exec(name.trim()) ?? []
  return number === undefined ? undefined : Number(number)
}

/**
 * Which people of a workshop it asks, as lists are read by it: '' everybody who is there, a table by its number or name;
 * undefined for all others.
 */
export function roomOf(audience: BallotAudience): string | undefined {
  if (audience.kind === 'present') return ''
  const table = tableOf(audience)
  return table === undefined ? undefined : `${tableNumber(table) ?? table}`
}

/**
 * An audience as one person sees it. `called`: they are part of it; `voters`: its size, undefined where unknown;
 * `named`: names of its Directions, workshop or channels.
 */
export type Addressed = {
  readonly called: boolean
  readonly voters: number | undefined
  readonly named: readonly string[]
}

/** About how many of a Direction voted: 0 where they are too few to be told; `share`: of it, in per cent. */
export type DirectionTurnout = {
  readonly direction: Direction
  readonly votes: Shown
  readonly share: Shown
  /** So few people that nothing is said of them. */
  readonly small?: true
}

/** Names of channels in a sentence, before the number of others. */
export const NAMED = 4

/** Why somebody of `direction` is not part of the audience. `named`: who is. */
export function uncalled(
  asked: BallotAudience,
  direction: string | undefined,
  named: readonly string[],
): Refusal {
  const { kind } = asked
  const audience = [...named.slice(0, NAMED), ...(named.length > NAMED ? ['…'] : [])].join(', ')
  if (kind === 'channels') return new Refusal('vote-in-channel', { audience })
  const table = tableOf(asked)
  if (table !== undefined) return new Refusal('not-at-table', { audience, table })
  if (kind === 'present') return new Refusal('not-present', { audience })
  if (kind === 'workshop') return new Refusal('not-at-workshop', { audience })
  return new Refusal(direction === undefined ? 'direction-first' : 'not-in-audience', { audience })
}

type Sized = { readonly id: string; readonly headcount: number }

/** Directions that it asks as a whole: for others the size of the audience is unknown. */
export function directionsOf<T extends Sized>(
  audience: BallotAudience,
  directions: readonly T[],
): readonly T[] {
  if (audience.kind === 'everybody') return directions
  return audience.kind === 'directions' ? directions.filter(({ id }) => audience.directions.includes(id)) : []
}

type Asking = { readonly id: string; readonly audience: BallotAudience }

/** Counts by Direction asked as a whole, with disclosure control as for the figures of a Direction: see `tells`. */
export function cellsOf<T extends Sized>(
  { id: ballot, audience }: Asking,
  directions: readonly T[],
  counts: ReadonlyMap<string, number>,
  draw: KeyedRandom,
): readonly (ShownCell & { readonly direction: T })[] {
  return directionsOf(audience, directions).map(direction => {
    const { id, headcount: whole } = direction
    const held = (estimate: number) => draw(['voted', ballot, id, estimate].join(' '))
    return { direction, shown: estimatedWithin(counts.get(id) ?? 0, whole, held), whole }
  })
}

/** Whether `cells` are worth showing beside the exact total of `votes`, and give no Direction away. */
export const tells = (cells: readonly ShownCell[], votes: number): boolean =>
  speaks(cells) && keepsFive(cells, votes)

/** How many the Directions count together. */
export function headcountOf(directions: readonly Sized[]): number {
  return directions.reduce((sum, { headcount }) => sum + headcount, 0)
}
