import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { heldWithin, type Shown, type ShownCell } from '../../../kernel/personal-data/counts.ts'
import type { Direction } from '../../programme/index.ts'

/**
 * Who may vote. `workshop`: who has a seat there; `table`: on the ideas of which of its tables. `channels`: who sees the
 * card in one of them; Teams alone knows how many they are.
 */
export type BallotAudience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'directions'; readonly directions: readonly string[] }
  | { readonly kind: 'workshop'; readonly workshop: string; readonly table?: string }
  | { readonly kind: 'channels'; readonly channels: readonly string[] }

export const EVERYBODY: BallotAudience = { kind: 'everybody' }

/**
 * An audience as seen by one person. `called`: it asks them; `voters`: how many it asks, undefined where nobody knows;
 * `named`: Directions, the workshop or channels, as people typed their names.
 */
export type Addressed = {
  readonly called: boolean
  readonly voters: number | undefined
  readonly named: readonly string[]
}

/** How many of a Direction voted at least: 0 where they are too few to be told; `share`: of it, in per cent. */
export type DirectionTurnout = {
  readonly direction: Direction
  readonly votes: Shown
  readonly share: Shown
}

/** Names of channels that a sentence takes, before it says how many others there are. */
export const NAMED = 4

/** Why it does not ask somebody of `direction`. `named`: whom it asks. */
export function uncalled(
  { kind }: BallotAudience,
  direction: string | undefined,
  named: readonly string[],
): Refusal {
  const audience = [...named.slice(0, NAMED), ...(named.length > NAMED ? ['…'] : [])].join(', ')
  if (kind === 'channels') return new Refusal('vote-in-channel', { audience })
  if (kind === 'workshop') return new Refusal('not-at-workshop', { audience })
  return new Refusal(direction === undefined ? 'direction-first' : 'not-in-audience', { audience })
}

type Sized = { readonly id: string; readonly headcount: number }

/** Those of `directions` that it asks as a whole: of others, nobody knows how many it asks. */
export function directionsOf<T extends Sized>(
  audience: BallotAudience,
  directions: readonly T[],
): readonly T[] {
  if (audience.kind === 'everybody') return directions
  return audience.kind === 'directions' ? directions.filter(({ id }) => audience.directions.includes(id)) : []
}

type Asking = { readonly id: string; readonly audience: BallotAudience }

/**
 * By Direction that the ballot asks as a whole, what may be shown of `counts`, held back as the figures of a Direction's
 * page are: see `keepsFive` for beside what.
 */
export function cellsOf<T extends Sized>(
  { id: ballot, audience }: Asking,
  directions: readonly T[],
  counts: ReadonlyMap<string, number>,
  draw: KeyedRandom,
): readonly (ShownCell & { readonly direction: T })[] {
  return directionsOf(audience, directions).map(direction => {
    const { id, headcount: whole } = direction
    const held = (move: number) => draw(['turnout', ballot, id, move].join(' '))
    return { direction, shown: heldWithin(counts.get(id) ?? 0, whole, held), whole }
  })
}

/** How many the Directions count together. */
export function headcountOf(directions: readonly Sized[]): number {
  return directions.reduce((sum, { headcount }) => sum + headcount, 0)
}
