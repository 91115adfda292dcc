import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { may, ORGANISERS, permit, type Relation } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { AudienceUsecases } from '../ballot/audience-usecases.ts'
import { type BallotContext, type BallotStore, requireFound } from '../ballot/context-usecases.ts'
import {
  BALLOT_PERMISSIONS,
  type Ballot,
  type BallotResult,
  checkOpen,
  hasBegun,
  type ResultNow,
  stageOf,
} from '../ballot/domain.ts'
import type { HostUsecases } from '../ballot/host-usecases.ts'
import { sequelDay, sequelFact } from '../ballot/sequel.ts'
import { type BallotDraft, DRAFTING_PERMISSIONS, LONGEST_DAYS, type TypedBallot } from '../drafting/domain.ts'
import type { BallotCheckUsecases } from '../drafting/usecases.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import { isClosedBy, LIFECYCLE_PERMISSIONS } from './domain.ts'
import type { LastDayUsecases } from './last-day-usecases.ts'

/** A validated ballot to be created, its channels, and the act for the audit log. */
type Wanted = { readonly draft: BallotDraft; readonly targets: Targets; readonly act: string }
/** `lastDayAt`: when its card is edited for the last day (milliseconds). */
type Planned = Wanted & { readonly lastDayAt: number }

type Parts = {
  readonly store: (
    tx: Tx,
  ) => Pick<BallotStore, 'add' | 'find' | 'lock' | 'openAt' | 'endAt' | 'conclude' | 'setSequel'>
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: string
  readonly messages: Pick<MessageUsecases, 'workdays'>
  readonly channels: Pick<ChannelUsecases, 'announce'>
  readonly ideas: Pick<IdeaUsecases, 'notifyFollowers'>
  readonly audience: Pick<AudienceUsecases, 'addressed'>
  readonly context: Pick<BallotContext, 'foundIn' | 'changed'>
  readonly check: BallotCheckUsecases['check']
  readonly secrets: Pick<SecretUsecases, 'begin' | 'count'>
  readonly hosts: HostUsecases['hosts']
  readonly lastDays: Pick<LastDayUsecases, 'dueAt' | 'scheduleLastDay'>
}

export type LifecycleUsecases = ReturnType<typeof lifecycleUsecases>

/** Opens and closes ballots: both are notified once to who wrote or supported an idea that is an option. */
export function lifecycleUsecases(parts: Parts) {
  const { store, transact, once, note, audit, clock, ids, channels, ideas, secrets, lastDays, check } = parts
  const { zone, messages, read, hosts } = parts
  const { foundIn, changed } = parts.context
  const { addressed } = parts.audience

  /** Notifies the authors and supporters of every idea that is an option, once for all of a ballot. */
  async function notifyIdeas(
    tx: Tx,
    step: 'balloted' | 'result',
    at: number,
    { id, question, options }: Ballot,
  ) {
    const event = { step, at, together: id, detail: question, subject: { ballot: id } }
    for (const { idea } of options)
      if (idea !== undefined) await ideas.notifyFollowers(tx, { ...event, idea })
  }

  /** Notifies the opening, the first time only: it may be opened by hand, and by the clock thereafter. */
  async function begin(tx: Tx, ballot: Ballot): Promise<void> {
    const claim = ids.next()
    const keys = [{ key: `ballot-begun:${ballot.id}`, forMs: 2 * LONGEST_DAYS * DAY }]
    if ((await once(tx, keys, claim)) !== claim) return
    await notifyIdeas(tx, 'balloted', ballot.opensAt ?? clock.now(), ballot)
    await changed(tx, ballot.id)
  }

  async function prepare(tx: Tx, actor: Actor, ballot: Ballot, planned: Planned): Promise<void> {
    const { targets, act, lastDayAt } = planned
    const { id, closesAt, opensAt } = ballot
    await store(tx).add(ballot)
    if (ballot.secret) await secrets.begin(tx, id)
    await channels.announce(tx, { thing: 'ballot', id }, targets)
    const begun = stageOf(ballot, clock.now()) === 'open'
    await audit(tx, actor, act, inDetail(id, begun ? 'now' : 'later'))
    const fact = { payload: { ballot: id } }
    await note(tx, { ...fact, kind: 'ballots.due', dueAt: closesAt, mergeKey: `ballots:${id}:end` })
    if (lastDayAt > clock.now()) await lastDays.scheduleLastDay(tx, id, lastDayAt)
    if (begun) await begin(tx, ballot)
    else if (opensAt !== undefined)
      await note(tx, { ...fact, kind: 'ballots.opening', dueAt: opensAt, mergeKey: `ballots:${id}:start` })
  }

  /** Whether all votes are in the totals: a secret ballot is counted here, once it has ended. */
  async function isCounted(tx: Tx, ballot: Ballot): Promise<boolean> {
    return !ballot.secret || secrets.count(tx, ballot)
  }

  /** The day by which what follows is to be said of one that ends now. It asks the programme's calendar: never inside a transaction. */
  async function sayingDay(): Promise<string> {
    return sequelDay(dateIn(clock.now(), zone), await messages.workdays())
  }

  /** Notifies the result, the first time only: it may end by hand, and by the clock thereafter. `due`: of what follows. */
  async function notifyResult(tx: Tx, ballot: Ballot, due: string): Promise<void> {
    const { id, closesAt } = ballot
    if (!hasBegun(ballot, clock.now()) || !(await store(tx).conclude(id, clock.now()))) return
    await store(tx).setSequel(id, { state: 'awaited', due })
    await note(tx, sequelFact(id, 'late', momentOf(dayAfter(due), '00:00', zone)))
    await notifyIdeas(tx, 'result', closesAt, ballot)
  }

  function ballotOf(actor: Actor, draft: BallotDraft): Ballot {
    const options = draft.options.map(option => ({ ...option, id: ids.next(), votes: 0, voters: 0 }))
    return { ...draft, options, id: ids.next(), organiser: actor.id, votes: 0, createdAt: clock.now() }
  }

  /** An act that comes again is looked for first: it must not take the turn of the next vote. */
  async function claimed(tx: Tx, ballot: string, keys: readonly IdempotencyKey[], next?: IdempotencyKey) {
    const id = await once(tx, keys, ballot)
    return next && id === ballot ? once(tx, [...keys, next], ballot) : id
  }

  async function openDraft(
    actor: Actor,
    wanted: Wanted,
    keys: readonly IdempotencyKey[],
    next?: IdempotencyKey,
  ): Promise<BallotResult> {
    const ballot = ballotOf(actor, wanted.draft)
    const planned = { ...wanted, lastDayAt: await lastDays.dueAt(ballot) }
    const opened = await transact(async tx => {
      const id = await claimed(tx, ballot.id, keys, next)
      if (id === ballot.id) await prepare(tx, actor, ballot, planned)
      return foundIn(tx, actor.id, id)
    })
    return addressed(opened, { actor })
  }

  async function open(
    actor: Actor,
    typed: TypedBallot,
    keys: readonly IdempotencyKey[],
  ): Promise<BallotResult> {
    const { draft, targets } = await check(actor, typed)
    return openDraft(actor, { draft, targets, act: DRAFTING_PERMISSIONS.open.act }, keys)
  }

  async function startIn(tx: Tx, actor: Actor, id: string): Promise<ResultNow> {
    const ballot = requireFound(await store(tx).lock(id))
    const stage = stageOf(ballot, clock.now())
    if (stage === 'closed') checkOpen(ballot, clock.now())
    if (stage !== 'open') {
      const opensAt = clock.now()
      await store(tx).openAt(id, opensAt)
      await audit(tx, actor, BALLOT_PERMISSIONS.start.act, id)
      await begin(tx, { ...ballot, opensAt })
    }
    return foundIn(tx, actor.id, id)
  }

  async function closeIn(tx: Tx, actor: Actor, id: string, due: string): Promise<ResultNow> {
    const ballot = requireFound(await store(tx).lock(id))
    if (stageOf(ballot, clock.now()) !== 'closed') {
      const closesAt = clock.now()
      if (!(await isCounted(tx, ballot))) throw new Refusal('ballot-sealed')
      await store(tx).endAt(id, closesAt)
      await audit(tx, actor, LIFECYCLE_PERMISSIONS.close.act, id)
      await changed(tx, id)
      await notifyResult(tx, { ...ballot, closesAt }, due)
    }
    return foundIn(tx, actor.id, id)
  }

  async function tieToClose(actor: Actor, id: string): Promise<Relation> {
    const ballot = requireFound(await read(tx => store(tx).find(id)))
    const { audience } = ballot
    const runs = audience.kind === 'present' && (await hosts(actor, audience.workshop))
    return runs || isClosedBy(actor, ballot) ? 'own' : 'others'
  }

  async function checkCloses(actor: Actor, id: string): Promise<void> {
    const { close } = LIFECYCLE_PERMISSIONS
    const tie = may(close, actor.role) ? await tieToClose(actor, id) : 'none'
    permit(close, actor.role, tie, { roles: ORGANISERS.join(' ') })
  }

  return {
    /** Whether the actor may close it. @throws Refusal `role-needed`, `gone` */
    checkCloses,

    /**
     * Creates a validated ballot, once for all `keys`; the caller has checked the permission. `next`: key of a turn, which one
     * ballot alone can have.
     */
    openDraft,

    /** Opens or schedules a ballot, once for all `keys`. @throws Refusal as `check` does */
    open,

    /** Opens a prepared ballot now. Idempotent. @throws Refusal `gone`, `ballot-closed` */
    async start(actor: Actor, id: string): Promise<BallotResult> {
      permit(BALLOT_PERMISSIONS.start, actor.role)
      return addressed(await transact(tx => startIn(tx, actor, id)), { actor })
    },

    /** Scheduled opening: notifies it, unless it was opened by hand before. */
    begin: (id: string): Promise<void> =>
      transact(async tx => {
        const ballot = await store(tx).lock(id)
        if (ballot && stageOf(ballot, clock.now()) === 'open') await begin(tx, ballot)
      }),

    /** Ends the ballot now. Idempotent. @throws Refusal as `checkCloses` does, and `ballot-sealed` */
    async close(actor: Actor, id: string): Promise<BallotResult> {
      await checkCloses(actor, id)
      const due = await sayingDay()
      return addressed(await transact(tx => closeIn(tx, actor, id, due)), { actor })
    },

    /**
     * Scheduled end: counts and notifies the result, unless that was done when it was closed by hand. A secret one that
     * cannot be counted is left as it is: see `secrets.resume`.
     */
    async conclude(id: string): Promise<void> {
      const due = await sayingDay()
      await transact(async tx => {
        const ballot = await store(tx).lock(id)
        if (!ballot || stageOf(ballot, clock.now()) !== 'closed') return
        if (await isCounted(tx, ballot)) await notifyResult(tx, ballot, due)
      })
    },
  }
}
