import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Logger } from '../../../kernel/monitoring/logger.ts'
import { rounded, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Fact, Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, MINUTE } from '../../../kernel/time/clock.ts'
import type { Vote } from '../ballot/choice.ts'
import { type Ballot, hasBegun } from '../ballot/domain.ts'
import { FEWEST_SECRET, type Opened, sumsOf } from '../ballot/secret-rules.ts'
import { type BallotKey, markOf, newKey, openChoice, sealChoice, unwrapKey, wrapKey } from './envelope.ts'

type SealedVote = {
  readonly ballot: string
  readonly mark: string
  readonly person: string
  readonly envelope: string
  readonly direction: string | undefined
}

export type SecretStore = {
  readonly putKey: (ballot: string, wrapped: string) => Promise<void>
  /** Absent once the ballot is counted. */
  readonly wrappedKey: (ballot: string) => Promise<string | undefined>
  /** The person's account in the directory, which outlives their row. */
  readonly accountOf: (person: string) => Promise<string | undefined>
  /** The roll's entry: the Direction under which the person voted, if they did. */
  readonly onRoll: (
    ballot: string,
    mark: string,
  ) => Promise<{ readonly direction: string | undefined } | undefined>
  readonly put: (vote: SealedVote) => Promise<void>
  /** Those of `ballots` that the person voted in. */
  readonly votedIn: (person: string, ballots: readonly string[]) => Promise<ReadonlySet<string>>
  /** Ballots in which the person voted while their Direction was not known. */
  readonly unplaced: (person: string) => Promise<readonly string[]>
  readonly place: (ballot: string, person: string, direction: string) => Promise<void>
  readonly leave: (person: string) => Promise<void>
  /** Counts the roll, and stores the number on the ballot. */
  readonly countRoll: (ballot: string) => Promise<number>
  readonly envelopes: (
    ballot: string,
  ) => Promise<readonly Pick<SealedVote, 'mark' | 'envelope' | 'direction'>[]>
  readonly putResult: (
    ballot: string,
    result: {
      readonly votes: number
      readonly sums: ReadonlyMap<string, { readonly votes: number; readonly voters: number }>
      readonly turnout: ReadonlyMap<string, Shown>
    },
  ) => Promise<void>
  /** Deletes roll, envelopes and key, and records that the disk still holds them. `at`: milliseconds. */
  readonly destroy: (ballot: string, at: number) => Promise<void>
  /** Ballots that ended by `now` and are not counted. */
  readonly uncounted: (now: number) => Promise<readonly string[]>
  readonly toScrub: () => Promise<readonly string[]>
  readonly scrubbed: (ballots: readonly string[]) => Promise<void>
}

export type SecretParts = {
  readonly secretStore: (tx: Tx) => SecretStore
  /** The first wraps the keys of new ballots; the others unwrap older ones. */
  readonly ballotSecrets: readonly string[]
  /** Secure erase of deleted rows of these tables on the disk. */
  readonly purge: (tables: readonly ('sealed_vote' | 'ballot_key')[]) => Promise<void>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly log: Logger
}

const SCRUB: Fact = { kind: 'ballots.scrub', payload: {}, mergeKey: 'ballots:scrub' }
/**
 * Delay that groups counted ballots before the disk is rewritten (ms), during which nobody is answered: a room may vote
 * as often as whoever leads it likes.
 */
const SCRUBBED = 10 * MINUTE

export type SecretUsecases = ReturnType<typeof secretUsecases>

/** Turn-out by Direction, rounded down to multiples of 5; smaller ones are dropped. */
function turnoutOf(opened: readonly Opened[]): ReadonlyMap<string, Shown> {
  const placed = opened.flatMap(({ direction }) => direction ?? [])
  const counts = [...Map.groupBy(placed, direction => direction)].map(
    ([direction, votes]) => [direction, rounded(votes.length)] as const,
  )
  return new Map(counts.filter(([, votes]) => votes > 0))
}

/** Secret ballots: sealing votes, counting them once, destroying the key: see docs/scrutin-secret.md for whom it protects, and from whom it does not. */
export function secretUsecases(parts: SecretParts) {
  const { secretStore, ballotSecrets, purge, transact, read, note, clock, log } = parts

  /** Undefined, and logged for the operator, when the secret that wrapped the key is no longer configured. */
  function unwrapped(ballot: string, wrapped: string): BallotKey | undefined {
    const key = unwrapKey(ballotSecrets, ballot, wrapped)
    if (!key) log.error({ ballot }, 'BALLOT_SECRET lacks the one that this ballot was opened under')
    return key
  }

  async function openedOf(tx: Tx, { id, options }: Ballot, key: BallotKey): Promise<readonly Opened[]> {
    const ids = options.map(option => option.id)
    const all = await secretStore(tx).envelopes(id)
    const opened = all.flatMap(({ mark, envelope, direction }) => {
      const choice = openChoice(key, { ballot: id, mark }, ids, envelope)
      return choice ? [{ choice, direction }] : []
    })
    const spoilt = all.length - opened.length
    if (spoilt > 0)
      log.error({ ballot: id, spoilt }, 'envelopes were changed in the database and do not count')
    return opened
  }

  async function destroy(tx: Tx, ballot: string): Promise<void> {
    const now = clock.now()
    await secretStore(tx).destroy(ballot, now)
    await note(tx, { ...SCRUB, dueAt: now + SCRUBBED })
  }

  return {
    /** @throws Refusal `ballot-secret-missing` when no ballot can be secret here */
    checkPossible(): void {
      if (ballotSecrets.length === 0) throw new Refusal('ballot-secret-missing')
    },

    /** Generates the key of a secret ballot. */
    begin: (tx: Tx, ballot: string): Promise<void> =>
      secretStore(tx).putKey(ballot, wrapKey(ballotSecrets, ballot, newKey())),

    /**
     * Seals the vote, replacing the account's earlier one, even if it was cast before an erasure.
     * @throws Refusal `ballot-sealed`
     */
    async cast(tx: Tx, { id, options }: Ballot, { person, choice, direction }: Vote): Promise<void> {
      const store = secretStore(tx)
      const key = unwrapped(id, (await store.wrappedKey(id)) ?? '')
      if (!key) throw new Refusal('ballot-sealed')
      const mark = markOf(key, (await store.accountOf(person)) ?? person)
      const before = await store.onRoll(id, mark)
      const place = { ballot: id, mark }
      const ids = options.map(option => option.id)
      const envelope = sealChoice(key, place, ids, choice)
      await store.put({ ...place, person, envelope, direction: direction ?? before?.direction })
      if (!before) await store.countRoll(id)
    },

    /** Those of `ballots` that the person voted in; without counted ones. */
    votedIn: (tx: Tx, person: string, ballots: readonly string[]) => secretStore(tx).votedIn(person, ballots),

    unplaced: (tx: Tx, person: string) => secretStore(tx).unplaced(person),
    place: (tx: Tx, ballot: string, person: string, direction: string) =>
      secretStore(tx).place(ballot, person, direction),

    isCounted: async (tx: Tx, ballot: string): Promise<boolean> =>
      (await secretStore(tx).wrappedKey(ballot)) === undefined,

    /**
     * Writes the sums, then deletes roll, envelopes and key, which the disk is cleared of ten minutes later. Answers
     * whether it is counted, now or before: it cannot be without the secret of the time of its opening, unless it never
     * opened, when there is nothing to count.
     */
    async count(tx: Tx, ballot: Ballot): Promise<boolean> {
      const store = secretStore(tx)
      const wrapped = await store.wrappedKey(ballot.id)
      if (wrapped === undefined) return true
      if (!hasBegun(ballot, clock.now())) {
        await destroy(tx, ballot.id)
        return true
      }
      const key = unwrapped(ballot.id, wrapped)
      if (!key) return false
      const opened = await openedOf(tx, ballot, key)
      const enough = opened.length >= FEWEST_SECRET
      await store.putResult(ballot.id, {
        votes: opened.length,
        sums: enough ? sumsOf(ballot, opened) : new Map(),
        turnout: enough ? turnoutOf(opened) : new Map(),
      })
      await destroy(tx, ballot.id)
      return true
    },

    /**
     * Secure erase of rows that counted ballots left on the disk. Rejects while that is not possible, so that it is
     * retried.
     */
    async scrub(): Promise<void> {
      const due = await read(tx => secretStore(tx).toScrub())
      if (due.length === 0) return
      await purge(['sealed_vote', 'ballot_key'])
      await transact(tx => secretStore(tx).scrubbed(due))
    },

    /** At start: schedules what an earlier process left undone or could not do. */
    resume: (): Promise<void> =>
      transact(async tx => {
        const store = secretStore(tx)
        for (const ballot of await store.uncounted(clock.now()))
          await note(tx, { kind: 'ballots.due', payload: { ballot }, mergeKey: `ballots:${ballot}:end` })
        if ((await store.toScrub()).length > 0) await note(tx, SCRUB)
      }),

    /**
     * Erases who voted from the rolls of ballots that run: a keyed hash stays until each is counted, so that nobody
     * votes twice, and so does the vote.
     */
    leaveRolls: (tx: Tx, person: string): Promise<void> => secretStore(tx).leave(person),
  }
}
