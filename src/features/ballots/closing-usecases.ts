import type { Clock } from '../../kernel/clock.ts'
import { roundedWithin, type Shown } from '../../kernel/counts.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { Programme } from '../programme/index.ts'
import type { Ballot } from './domain.ts'
import type { BallotStore } from './ground-usecases.ts'

export type ClosingStore = {
  /** Ids of people who may vote and have not, in order, from just beyond `after`. */
  readonly silent: (ballot: string, limit: number, after: string) => Promise<readonly string[]>
  /** Those of `people` who voted in it. */
  readonly votersAmong: (ballot: string, people: readonly string[]) => Promise<ReadonlySet<string>>
  /** Exact: never shown as they are. */
  readonly votesByDirection: (ballot: string) => Promise<ReadonlyMap<string, number>>
}

/** Votes of a Direction, rounded down, 0 when they are too few to be told; and everybody's turn-out in whole per cent. */
export type Turnout = { readonly own: Shown; readonly average: number }

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'running'>
  readonly closing: (tx: Tx) => ClosingStore
  readonly read: Transact
  readonly clock: Clock
  readonly programme: Pick<Programme, 'directions' | 'headcount'>
}

export type ClosingUsecases = ReturnType<typeof closingUsecases>

/** Ballots that end at a time: more than an administration asks. */
const MANY = 20

export function closingUsecases({ store, closing, read, clock, programme }: Parts) {
  return {
    /** Those that run and end by `until` (milliseconds), the next to end first; 20. */
    async closingBy(until: number): Promise<readonly Ballot[]> {
      const found = await read(tx => store(tx).running({ now: clock.now(), limit: MANY }))
      return found.filter(({ closesAt }) => closesAt <= until)
    },

    /** Who may vote in it and has not: ids, from just beyond `after`. */
    silent: (ballot: string, limit: number, after = ''): Promise<readonly string[]> =>
      read(tx => closing(tx).silent(ballot, limit, after)),

    /** Those of `people` who voted in it, never what; at most 200. */
    votedIn: (ballot: string, people: readonly string[]): Promise<ReadonlySet<string>> =>
      read(tx => closing(tx).votersAmong(ballot, people)),

    /** By Direction, rounded before it leaves: of a small one nothing is told. The average is of what everybody sees. */
    async turnouts({ id, votes }: Pick<Ballot, 'id' | 'votes'>): Promise<ReadonlyMap<string, Turnout>> {
      const counts = await read(tx => closing(tx).votesByDirection(id))
      const { headcount } = programme
      const average = headcount === 0 ? 0 : Math.min(100, Math.round((100 * votes) / headcount))
      return new Map(
        programme.directions.map(direction => {
          const shown = roundedWithin(counts.get(direction.id) ?? 0, direction.headcount)
          return [direction.id, { own: shown, average }]
        }),
      )
    },
  }
}
