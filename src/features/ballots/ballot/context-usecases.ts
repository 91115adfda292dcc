import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { LastDayUsecases } from '../lifecycle/last-day-usecases.ts'
import type { Leaving } from '../secrecy/erasure-usecases.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import type { Audience } from './audience.ts'
import { type AudienceParts, audienceUsecases } from './audience-usecases.ts'
import type { Choice } from './choice.ts'
import {
  type Ballot,
  type BallotNow,
  type BallotSeen,
  hasBegun,
  type ResultNow,
  SUPPORT_FROM,
  showsTotals,
  stageOf,
} from './domain.ts'
import { SEALED, type Withheld, withheldOf } from './secret-rules.ts'

/** What a person chose, and the Direction that it counts under. */
export type Given = { readonly choice: Choice; readonly direction: string | undefined }
export type Vote = Given & { readonly ballot: string; readonly person: string; readonly at: number }

/** Ballots by end. `after`: from just beyond it. */
export type BallotPage = { readonly now: number; readonly limit: number; readonly after?: Cursor }
/** `begun`: those that were open by then, in milliseconds; `now` unless it is said. */
export type RunningPage = BallotPage & { readonly begun?: number }

export type VoteStore = {
  /** The person's votes in those of `ballots` they voted in. */
  readonly choices: (person: string, ballots: readonly string[]) => Promise<ReadonlyMap<string, Given>>
  /** `first`: nothing of theirs stands there. */
  readonly putVote: (vote: Vote, first: boolean) => Promise<void>
  /** Ballots that run in which the person voted while their Direction was not known; at most 500. */
  readonly unplaced: (person: string, now: number) => Promise<readonly string[]>
  /** Puts the person's vote under `direction`, unless it stands under one. */
  readonly place: (id: string, person: string, direction: string) => Promise<void>
  /** Writes what stands beside a ballot that is locked, where it is not as it was before. */
  readonly putTotals: (before: Ballot, now: Ballot) => Promise<void>
  /** By option, of how many Directions `from` people or more gave it something. */
  readonly directions: (id: string, from: number) => Promise<ReadonlyMap<string, number>>
}

export type BallotStore = VoteStore & {
  readonly add: (ballot: Ballot) => Promise<void>
  readonly find: (id: string) => Promise<Ballot | undefined>
  /** Like `find`; nobody else votes in it or closes it until the transaction ends. */
  readonly lock: (id: string) => Promise<Ballot | undefined>
  readonly endAt: (id: string, closesAt: number) => Promise<void>
  /** Takes note that what came of it was told: `true` for the first caller only. Nobody votes again: no mark stays. */
  readonly conclude: (id: string, at: number) => Promise<boolean>
  /** Other words for the options that come from the idea: the ballots that have one in other words. */
  readonly retitle: (idea: string, title: string) => Promise<readonly string[]>
  /** Makes it open from `at` (milliseconds) on. */
  readonly openAt: (id: string, at: number) => Promise<void>
  /** Those that wait to be opened, by hand or by the clock, the next to end first. */
  readonly waiting: (now: number, limit: number) => Promise<readonly Ballot[]>
  /** Those that run, the next to end first. */
  readonly running: (page: RunningPage) => Promise<readonly Ballot[]>
  /** The last to end of those that ask just these people, among those that end after `since` and by `until` (milliseconds). */
  readonly lastFor: (
    audience: Audience,
    within: { readonly since: number; readonly until: number },
  ) => Promise<Ballot | undefined>
  /** Those that were open and ended after `since`, the last first. */
  readonly ended: (page: BallotPage & { readonly since: number }) => Promise<readonly Ballot[]>
}

export type BallotParts = AudienceParts & {
  readonly store: (tx: Tx) => BallotStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'list'>
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'tellTouched'>
  readonly people: Pick<PeopleUsecases, 'tookPart'>
  readonly secrets: SecretUsecases
  readonly lastDays: Pick<LastDayUsecases, 'dueAt' | 'foresee'>
  /** Absent where nobody was ever erased. */
  readonly leaving?: Pick<Leaving, 'checkFirst'>
}

/** @throws Refusal `gone` */
export function standing<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

export type BallotGround = ReturnType<typeof ballotGround>

/** What every act on a ballot stands on: reading it as one person sees it, and having its card drawn again. */
export function ballotGround(parts: BallotParts) {
  const { store, note, clock, secrets } = parts
  const { addressed, checkCalled, checkReachable, namesOf, votersOf } = audienceUsecases(parts)

  async function withheldIn(tx: Tx, ballot: Ballot): Promise<Withheld | undefined> {
    const now = clock.now()
    if (!ballot.secret || stageOf(ballot, now) !== 'closed' || !hasBegun(ballot, now)) return undefined
    return withheldOf(ballot, await secrets.isCounted(tx, ballot.id))
  }

  async function seenIn(tx: Tx, ballot: Ballot, mine: Choice | undefined): Promise<BallotNow> {
    const withheld = await withheldIn(tx, ballot)
    const own = { ...(mine !== undefined && { mine }), ...(withheld && { withheld }) }
    const now = { ...ballot, stage: stageOf(ballot, clock.now()), ...own }
    if (showsTotals(now)) return now
    // « Moins de cinq » is all that is told of so few.
    const votes = withheld === 'few' ? 0 : ballot.votes
    return { ...now, votes, options: ballot.options.map(option => ({ ...option, votes: 0, voters: 0 })) }
  }

  async function resultIn(tx: Tx, ballot: Ballot, mine: Choice | undefined): Promise<ResultNow> {
    const view = await seenIn(tx, ballot, mine)
    const cut = view.stage === 'closed' && !ballot.secret
    const directions = cut ? await store(tx).directions(ballot.id, SUPPORT_FROM) : new Map<string, number>()
    return { ...view, directions }
  }

  /** What the person chose in each ballot they voted in: nothing to be seen where it is secret. */
  async function chosenIn(tx: Tx, person: string, ballots: readonly string[]) {
    const sealed = [...(await secrets.votedIn(tx, person, ballots))].map(id => [id, SEALED] as const)
    const open = [...(await store(tx).choices(person, ballots))].map(
      ([id, { choice }]) => [id, choice] as const,
    )
    return new Map<string, Choice>([...open, ...sealed])
  }

  async function foundIn(tx: Tx, person: string, id: string): Promise<ResultNow> {
    const ballot = standing(await store(tx).find(id))
    return resultIn(tx, ballot, (await chosenIn(tx, person, [id])).get(id))
  }

  async function seenBy(tx: Tx, actor: Actor, ballots: readonly Ballot[]): Promise<readonly BallotNow[]> {
    const shown = ballots.map(({ id }) => id)
    const choices = await chosenIn(tx, actor.id, shown)
    const seen: BallotNow[] = []
    for (const ballot of ballots) seen.push(await seenIn(tx, ballot, choices.get(ballot.id)))
    return seen
  }

  /** Each with whom it asks. */
  function addressedAll(actor: Actor, ballots: readonly BallotNow[]): Promise<readonly BallotSeen[]> {
    return Promise.all(ballots.map(ballot => addressed(ballot, { actor })))
  }

  /** The card in the channel is drawn again: never for a vote, since that would wipe what others were just answered. */
  function changed(tx: Tx, ballot: string): Promise<void> {
    return note(tx, { kind: 'ballots.changed', payload: { ballot }, mergeKey: `ballots:${ballot}` })
  }

  return {
    chosenIn,
    resultIn,
    foundIn,
    seenBy,
    changed,
    addressed,
    addressedAll,
    checkCalled,
    checkReachable,
    namesOf,
    votersOf,
  }
}
