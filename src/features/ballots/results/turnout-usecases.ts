import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { ReminderUsecases } from '../../workshops/index.ts'
import { type BallotAudience, cellsOf, headcountOf, roomOf, tells } from '../ballot/audience.ts'
import type { BallotStore } from '../ballot/context-usecases.ts'
import { type Ballot, percent } from '../ballot/domain.ts'

export type TurnoutStore = {
  /** Ids of people who may vote, of `directions` if any are given, and have not; sorted, from just after `after`. */
  readonly nonVoters: (
    ballot: string,
    limit: number,
    after: string,
    directions?: readonly string[],
  ) => Promise<readonly string[]>
  /** Those of `people` who voted in it. */
  readonly votersAmong: (ballot: string, people: readonly string[]) => Promise<ReadonlySet<string>>
  /** Exact counts: must be rounded before they are shown. */
  readonly votesByDirection: (ballot: string) => Promise<ReadonlyMap<string, number>>
}

/** About how many of a Direction voted, 0 when too few to be shown; and the overall turn-out in whole per cent. */
export type ComparedTurnout = { readonly own: Shown; readonly average: number }

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'running' | 'find'>
  readonly turnout: (tx: Tx) => TurnoutStore
  readonly read: Transact
  readonly clock: Clock
  readonly programme: Pick<Programme, 'directions'>
  /** Random thresholds at which a Direction's rounded turn-out changes: see `estimatedWithin`. */
  readonly draw: KeyedRandom
  readonly workshops: Pick<ReminderUsecases, 'seatedIn'>
}

export type ClosingUsecases = ReturnType<typeof closingUsecases>

/** Limit of ballots that end in the same period. */
const MANY = 20

/** Turn-out of running ballots: who has not voted yet, and by Direction. */
export function closingUsecases({ store, turnout, read, clock, programme, workshops, draw }: Parts) {
  /** Who has a seat and did not vote; a page may be empty although more follow. */
  async function nonVotersAt(workshop: string, ballot: string, limit: number, after: string) {
    const nonVoters: string[] = []
    let from = after
    while (nonVoters.length < limit) {
      const seated = await workshops.seatedIn(workshop, limit, from)
      const voted = await read(tx => turnout(tx).votersAmong(ballot, seated))
      nonVoters.push(...seated.filter(person => !voted.has(person)))
      const last = seated.at(-1)
      if (seated.length < limit || last === undefined) break
      from = last
    }
    return nonVoters.slice(0, limit)
  }

  async function nonVotersIn(audience: BallotAudience, ballot: string, limit: number, after: string) {
    if (audience.kind === 'channels' || roomOf(audience) !== undefined) return []
    if (audience.kind === 'workshop') return nonVotersAt(audience.workshop, ballot, limit, after)
    const among = audience.kind === 'directions' ? audience.directions : undefined
    return read(tx => turnout(tx).nonVoters(ballot, limit, after, among))
  }

  return {
    /** Those that run and end by `until` (milliseconds), the next to end first; 20. None of a room: nobody is reminded of one. */
    async closingBy(until: number): Promise<readonly Ballot[]> {
      const found = await read(tx => store(tx).running({ now: clock.now(), limit: MANY, rooms: 'none' }))
      return found.filter(({ closesAt }) => closesAt <= until)
    },

    /**
     * Ids of people asked who have not voted, from just after `after`. Empty for an audience of channels, whose members
     * are unknown, and of a room or a table, where nobody is reminded.
     */
    async nonVoters(ballot: string, limit: number, after = ''): Promise<readonly string[]> {
      const found = await read(tx => store(tx).find(ballot))
      return found ? nonVotersIn(found.audience, ballot, limit, after) : []
    },

    /** Those of `people` who voted in it, without their choice; at most 200. */
    votedIn: (ballot: string, people: readonly string[]): Promise<ReadonlySet<string>> =>
      read(tx => turnout(tx).votersAmong(ballot, people)),

    /**
     * By Direction that it asks as a whole, an estimate before it leaves. The average is of what everybody sees: undefined
     * is what would give a Direction away beside it, and of the only one that is asked, which it would repeat.
     */
    async turnouts({
      id,
      votes,
      audience,
    }: Pick<Ballot, 'id' | 'votes' | 'audience'>): Promise<ReadonlyMap<string, ComparedTurnout | undefined>> {
      const counts = await read(tx => turnout(tx).votesByDirection(id))
      const cells = cellsOf({ id, audience }, programme.directions, counts, draw)
      const average = percent(votes, headcountOf(cells.map(({ direction }) => direction)))
      const comparable = tells(cells, votes)
      return new Map(
        cells.map(({ direction, shown }) => [direction.id, comparable ? { own: shown, average } : undefined]),
      )
    },
  }
}
