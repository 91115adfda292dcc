import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BallotAudience } from './audience.ts'
import type { AudienceUsecases } from './audience-usecases.ts'
import type { GivenVote, VoteChoice } from './choice.ts'
import {
  type Ballot,
  type BallotNow,
  type BallotSeen,
  hasBegun,
  type ResultNow,
  SUPPORT_FROM,
  showsTotals,
  stageOf,
  type Withheld,
} from './domain.ts'
import { SEALED, withheldOf } from './secret-rules.ts'
import type { KeptSequel } from './sequel.ts'

/**
 * Which votes of rooms a list has: none; those of whole rooms and, of the tables of a workshop, the last to end alone; or those
 * of one person: where they are or were checked in, of their tables, and in which they voted.
 */
export type RoomScope =
  | 'none'
  | 'folded'
  | {
      readonly person: string
      readonly present: readonly string[]
      readonly tables: readonly { readonly workshop: string; readonly room: string }[]
    }

export type TableVotes = { readonly count: number; readonly open: number }

/** A page of ballots by end, from just after `after`. */
type BallotPage = {
  readonly now: number
  readonly limit: number
  readonly after?: Cursor
  /** Default: all. */
  readonly rooms?: RoomScope
}
/** `begun`: opened by that time, in milliseconds; default `now`. */
type RunningPage = BallotPage & { readonly begun?: number }

/** Reads of open votes, which the room `voting` stores. */
export type VoteReads = {
  /** The person's votes in those of `ballots` they voted in. */
  readonly choices: (person: string, ballots: readonly string[]) => Promise<ReadonlyMap<string, GivenVote>>
  /** By option, number of Directions of which at least `from` people gave it points. */
  readonly directions: (id: string, from: number) => Promise<ReadonlyMap<string, number>>
}

export type BallotStore = {
  readonly add: (ballot: Ballot) => Promise<void>
  readonly find: (id: string) => Promise<Ballot | undefined>
  /** Like `find`, locked against votes and closing until the transaction ends. */
  readonly lock: (id: string) => Promise<Ballot | undefined>
  readonly endAt: (id: string, closesAt: number) => Promise<void>
  /**
   * Marks the result as announced: true for the first caller only. Deletes the marks of erased voters, who cannot vote
   * any more.
   */
  readonly conclude: (id: string, at: number) => Promise<boolean>
  /** Replaces what is kept of what follows it. */
  readonly setSequel: (id: string, sequel: KeptSequel | undefined) => Promise<void>
  /** Replaces the text of options that come from the idea. @returns the ballots changed */
  readonly retitle: (idea: string, title: string) => Promise<readonly string[]>
  /** Sets its opening time to `at` (milliseconds). */
  readonly openAt: (id: string, at: number) => Promise<void>
  /** Drafts and scheduled ballots, the next to end first. */
  readonly waiting: (now: number, limit: number) => Promise<readonly Ballot[]>
  /** Running ballots, the next to end first. */
  readonly running: (page: RunningPage) => Promise<readonly Ballot[]>
  /** The last to end of those with exactly this audience that end after `since` and by `until` (milliseconds). */
  readonly lastFor: (
    audience: BallotAudience,
    within: { readonly since: number; readonly until: number },
  ) => Promise<Ballot | undefined>
  /** The last to end of those put to the people of a workshop, to who is there, or to one of its tables, by end. */
  readonly atWorkshop: (workshop: string, limit: number) => Promise<readonly Ballot[]>
  /** Those that were open and ended after `since`, the last first. */
  readonly ended: (page: BallotPage & { readonly since: number }) => Promise<readonly Ballot[]>
  /** Votes of the tables of one workshop, the last to end first. */
  readonly atTables: (
    workshop: string,
    page: Pick<BallotPage, 'limit' | 'after'>,
  ) => Promise<readonly Ballot[]>
  /** For those of `workshops` where a table voted: how many votes there are, and how many of them run. */
  readonly countAtTables: (
    workshops: readonly string[],
    now: number,
  ) => Promise<ReadonlyMap<string, TableVotes>>
}

type ContextParts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'find'>
  readonly votes: (tx: Tx) => VoteReads
  readonly note: Note
  readonly clock: Clock
  /** Whether a secret ballot has been counted. */
  readonly isCounted: (tx: Tx, ballot: string) => Promise<boolean>
  /** Those of `ballots` that are secret, run, and in which the person voted. */
  readonly votedSecretly: (tx: Tx, person: string, ballots: readonly string[]) => Promise<ReadonlySet<string>>
  readonly audience: Pick<AudienceUsecases, 'addressedAll'>
}

/** @throws Refusal `gone` */
export function requireFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

export type BallotContext = ReturnType<typeof ballotContext>

/** Shared by all acts on a ballot: builds its view for one person, and schedules edits of its channel cards. */
export function ballotContext(parts: ContextParts) {
  const { store, votes, note, clock, isCounted, votedSecretly, audience } = parts

  async function withheldIn(tx: Tx, ballot: Ballot): Promise<Withheld | undefined> {
    const now = clock.now()
    if (!ballot.secret || stageOf(ballot, now) !== 'closed' || !hasBegun(ballot, now)) return undefined
    return withheldOf(ballot, await isCounted(tx, ballot.id))
  }

  async function seenIn(tx: Tx, ballot: Ballot, mine: VoteChoice | undefined): Promise<BallotNow> {
    const withheld = await withheldIn(tx, ballot)
    const own = { ...(mine !== undefined && { mine }), ...(withheld && { withheld }) }
    const now = { ...ballot, stage: stageOf(ballot, clock.now()), ...own }
    if (showsTotals(now)) return now
    // « Moins de cinq » is all that may be shown.
    const counted = withheld === 'few' ? 0 : ballot.votes
    return {
      ...now,
      votes: counted,
      options: ballot.options.map(option => ({ ...option, votes: 0, voters: 0 })),
    }
  }

  async function resultIn(tx: Tx, ballot: Ballot, mine: VoteChoice | undefined): Promise<ResultNow> {
    const view = await seenIn(tx, ballot, mine)
    const cut = view.stage === 'closed' && !ballot.secret
    const directions = cut ? await votes(tx).directions(ballot.id, SUPPORT_FROM) : new Map<string, number>()
    return { ...view, directions }
  }

  /** The person's choice in each ballot they voted in; empty where it is secret. */
  async function chosenIn(tx: Tx, person: string, ballots: readonly string[]) {
    const sealed = [...(await votedSecretly(tx, person, ballots))].map(id => [id, SEALED] as const)
    const open = [...(await votes(tx).choices(person, ballots))].map(
      ([id, { choice }]) => [id, choice] as const,
    )
    return new Map<string, VoteChoice>([...open, ...sealed])
  }

  async function foundIn(tx: Tx, person: string, id: string): Promise<ResultNow> {
    const ballot = requireFound(await store(tx).find(id))
    return resultIn(tx, ballot, (await chosenIn(tx, person, [id])).get(id))
  }

  async function seenBy(tx: Tx, actor: Actor, ballots: readonly Ballot[]): Promise<readonly BallotNow[]> {
    const shown = ballots.map(({ id }) => id)
    const choices = await chosenIn(tx, actor.id, shown)
    const seen: BallotNow[] = []
    for (const ballot of ballots) seen.push(await seenIn(tx, ballot, choices.get(ballot.id)))
    return seen
  }

  /** The view of each, with its audience and what follows. */
  function addressedAll(actor: Actor, ballots: readonly BallotNow[]): Promise<readonly BallotSeen[]> {
    return audience.addressedAll(ballots, { actor })
  }

  /**
   * Schedules an edit of the channel cards: never after a vote, since that would erase what others were just answered.
   */
  function changed(tx: Tx, ballot: string): Promise<void> {
    return note(tx, { kind: 'ballots.changed', payload: { ballot }, mergeKey: `ballots:${ballot}` })
  }

  return { chosenIn, seenIn, resultIn, foundIn, seenBy, changed, addressedAll }
}
