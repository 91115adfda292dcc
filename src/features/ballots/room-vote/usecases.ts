import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { PresentUsecases } from '../../attendance/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { BallotKind } from '../ballot/choice.ts'
import { type BallotStore, requireFound } from '../ballot/context-usecases.ts'
import { type Ballot, type BallotResult, type Rules, stageOf } from '../ballot/domain.ts'
import type { HostUsecases } from '../ballot/host-usecases.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import { draftOf, fitting } from '../drafting/domain.ts'
import type { LifecycleUsecases } from '../lifecycle/usecases.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import {
  checkSecret,
  checkTime,
  ROOM_VOTE_PERMISSIONS,
  roomAudience,
  roomEnd,
  roomVotesWithin,
  SECRET_FROM,
} from './domain.ts'

/** A vote of a room as it was asked for. `lines`: undefined for the wall's leading ideas, `leading` of them at most. */
export type RoomVoteAsked = {
  readonly question: string
  readonly lines: readonly string[] | undefined
  readonly leading: number
  readonly kind: BallotKind
  readonly secret: boolean
  readonly minutes: number | undefined
  readonly results: Rules['results']
}

/** `mayClose`: by the actor. */
export type RoomVote = { readonly ballot: BallotResult; readonly mayClose: boolean }

/** What the form knows before it opens one. */
export type RoomVoteForm = {
  readonly vote?: RoomVote
  readonly present: Shown
  readonly leading: readonly { readonly title: string; readonly axis?: string; readonly supports: Shown }[]
  readonly secret: 'possible' | 'few' | 'missing'
}

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly attendance: Pick<PresentUsecases, 'countPresent'>
  readonly ideas: Pick<IdeaUsecases, 'leadingAt'>
  readonly hosts: HostUsecases['hosts']
  readonly secrets: Pick<SecretUsecases, 'checkPossible'>
  /** The question put to a room, in the programme's language. */
  readonly roomQuestion: () => string
  readonly clock: Clock
  readonly store: (tx: Tx) => Pick<BallotStore, 'lastFor'>
  readonly read: Transact
  readonly openDraft: LifecycleUsecases['openDraft']
  readonly show: ShowUsecases['show']
}

export type RoomVoteUsecases = ReturnType<typeof roomVoteUsecases>

const NOWHERE = { channels: [], unbound: [], shut: [] }
/** Leading ideas at most. */
const LEADING = 8

/** Idempotency key of the room's next vote, the same on every device: there is one vote at a time. */
function nextVote(workshop: string, last: Ballot | undefined): IdempotencyKey {
  return { key: `room-vote:${fingerprint(workshop, last?.id ?? '')}`, forMs: 90 * DAY }
}

/** « Faire voter la salle »: a vote of everybody who is checked in, opened at once and announced in no channel. */
export function roomVoteUsecases(parts: Parts) {
  const { workshops, attendance, ideas, hosts, secrets, roomQuestion } = parts
  const { clock, store, read, openDraft, show } = parts

  /** A workshop that was called off has nobody in its room. */
  async function requireRoom(actor: Actor, id: string) {
    const { openRoom } = ROOM_VOTE_PERMISSIONS
    const workshop = requireFound(await workshops.posted(id))
    const tie = may(openRoom, actor.role) && (await hosts(actor, id)) ? 'own' : 'others'
    permit(openRoom, actor.role, tie)
    if (workshop.state !== 'announced') throw new Refusal('gone')
    return workshop
  }

  type Room = Awaited<ReturnType<typeof requireRoom>>

  const presentAt = (workshop: string) => read(tx => attendance.countPresent(tx, workshop))

  const lastOf = (room: Room) => read(tx => store(tx).lastFor(roomAudience(room.id), roomVotesWithin(room)))

  async function leadingOf(workshop: string, limit: number) {
    const found = await ideas.leadingAt(workshop, limit)
    return found.map(({ id, text, axis, supports }) => ({
      option: { title: text, idea: id, ...(axis !== undefined && { axis }) },
      supports,
    }))
  }

  async function draft(room: Room, asked: RoomVoteAsked) {
    const now = clock.now()
    const { question, lines, leading, kind, minutes, results, secret } = asked
    const found = lines === undefined ? await leadingOf(room.id, leading) : []
    return draftOf(
      {
        question: question.trim() === '' ? roomQuestion() : question,
        ideas: fitting(found.map(({ option }) => option)),
        lines: (lines ?? []).join('\n'),
        closesAt: roomEnd(room, now, minutes),
        audience: roomAudience(room.id),
        kind,
        results,
        secret,
      },
      now,
    )
  }

  async function checkMaySeal(workshop: string): Promise<void> {
    checkSecret(await presentAt(workshop))
    secrets.checkPossible()
  }

  function isSealable(present: number): RoomVoteForm['secret'] {
    if (present < SECRET_FROM) return 'few'
    try {
      secrets.checkPossible()
      return 'possible'
    } catch (refusal) {
      if (refusal instanceof Refusal) return 'missing'
      throw refusal
    }
  }

  // Whoever runs the room may close its vote: what lists it has checked that already.
  const asRoomVote = (ballot: BallotResult): RoomVote => ({ ballot, mayClose: ballot.stage === 'open' })

  return {
    /**
     * Opens at once a vote of who is there, once for all `keys`. While one of that room runs, it is that one, whatever is
     * asked.
     * @throws Refusal of `draftOf`, and `role-needed`, `gone`, `room-vote-not-yours`, `room-vote-early`, `room-vote-over`,
     * `room-secret-few`, `ballot-secret-missing`
     */
    async openRoom(
      actor: Actor,
      workshop: string,
      asked: RoomVoteAsked,
      keys: readonly IdempotencyKey[],
    ): Promise<RoomVote> {
      const room = await requireRoom(actor, workshop)
      const last = await lastOf(room)
      if (last && stageOf(last, clock.now()) === 'open') return asRoomVote(await show(actor, last.id))
      checkTime(room, clock.now())
      if (asked.secret) await checkMaySeal(workshop)
      const wanted = { draft: await draft(room, asked), targets: NOWHERE }
      const { act } = ROOM_VOTE_PERMISSIONS.openRoom
      const next = nextVote(workshop, last)
      return asRoomVote(await openDraft(actor, { ...wanted, act }, keys, next))
    },

    /**
     * The vote of the room that runs, or else the last that ended, and what a new one would begin with.
     * @throws Refusal `role-needed`, `gone`, `room-vote-not-yours`
     */
    async roomVote(actor: Actor, workshop: string): Promise<RoomVoteForm> {
      const room = await requireRoom(actor, workshop)
      const last = await lastOf(room)
      const present = await presentAt(workshop)
      const leading = await leadingOf(workshop, LEADING)
      return {
        ...(last && { vote: asRoomVote(await show(actor, last.id)) }),
        present: exact('present', present),
        leading: leading.map(({ option: { title, axis }, supports }) => ({
          title,
          ...(axis !== undefined && { axis }),
          supports: exact('supports', supports),
        })),
        secret: isSealable(present),
      }
    },
  }
}
