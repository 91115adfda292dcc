import { type Actor, countedDirection } from '../../../kernel/access/actor.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dayKeyOf, holds, type Pool, seatFor } from '../seats/domain.ts'
import type { SeatStore, WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import {
  isToCome,
  type RegistrationAnswer,
  requireFound,
  seatsLeft,
  stageOf,
  type Workshop,
} from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'

/** Milliseconds. */
type CheckInWindow = {
  readonly from: number
  readonly until: number
  readonly limit: number
  readonly after?: Cursor
}

/** Workshops that ended by `before` (milliseconds), from just after `after`. */
type EndedPage = { readonly before: number; readonly limit: number; readonly after?: Cursor }

export type CheckInStore = {
  /** Workshops that end after `from` and start by `until`, by start; no drafts. */
  readonly around: (page: CheckInWindow) => Promise<readonly Workshop[]>
  /** Workshops that took place, the last to start first. */
  readonly ended: (page: EndedPage) => Promise<readonly Workshop[]>
  /** Workshops that the person facilitates. */
  readonly facilitated: (person: string) => Promise<readonly string[]>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find' | 'lock'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find' | 'put' | 'isFacilitator' | 'hasSeatAt'>
  readonly checkIns: (tx: Tx) => CheckInStore
  readonly waitingList: Pick<WaitingListUsecases, 'availabilityNow' | 'recount'>
  readonly clock: Clock
  readonly zone: string
}

/** Walk-ins: people who check in without a registration. */
type WalkIn = Pick<Actor, 'id' | 'direction' | 'moving' | 'role'>

export type DoorUsecases = ReturnType<typeof checkInUsecases>

/** What check-in needs of workshops and seats, within the caller's transaction. */
export function checkInUsecases({ store, seats, checkIns, waitingList, clock, zone }: Parts) {
  /** The pool of a walk-in's seat: any free one once the workshop has begun; before, reserved seats and quotas hold. */
  async function poolFor(tx: Tx, workshop: Workshop, walkIn: WalkIn): Promise<Pool | undefined> {
    if (!isToCome(stageOf(workshop, clock.now()))) return seatsLeft(workshop) > 0 ? 'open' : undefined
    const entitled = walkIn.role === 'pilot' || (await seats(tx).isFacilitator(workshop.id, walkIn.id))
    const ruling = seatFor(await waitingList.availabilityNow(tx, workshop), {
      direction: countedDirection(walkIn),
      entitled,
    })
    return ruling === 'open' || ruling === 'reserved' ? ruling : undefined
  }

  async function sit(tx: Tx, workshop: Workshop, walkIn: WalkIn, pool: Pool): Promise<void> {
    const { id: person } = walkIn
    const before = await seats(tx).find(workshop.id, person)
    const day = dayKeyOf(workshop, zone)
    // Whoever has a seat elsewhere on that day keeps both: they are here.
    const other = day !== null && (await seats(tx).hasSeatAt(person, day, workshop.id))
    await seats(tx).put({
      workshop: workshop.id,
      person,
      direction: countedDirection(walkIn) ?? before?.direction,
      answer: 'yes',
      at: clock.now(),
      queueNo: null,
      offeredUntil: null,
      pool,
      dayKey: other ? null : day,
    })
    await waitingList.recount(tx, workshop)
  }

  async function answerOf(tx: Tx, id: string, person: string): Promise<RegistrationAnswer | undefined> {
    return (await seats(tx).find(id, person))?.answer
  }

  return {
    answerOf,

    /** @throws Refusal `gone` */
    async requireWorkshop(tx: Tx, id: string): Promise<Workshop> {
      return requireFound(await store(tx).find(id))
    },

    /** Whether a walk-in can get a seat now. */
    async hasSeatFor(tx: Tx, workshop: Workshop, walkIn: WalkIn): Promise<boolean> {
      return (await poolFor(tx, workshop, walkIn)) !== undefined
    },

    /**
     * The seat of somebody who checks in: theirs, their offer, or one that the rules leave free for them; with `byHand`
     * any free one.
     * @returns whether they have one now
     */
    async takeSeat(tx: Tx, id: string, walkIn: WalkIn, { byHand = false } = {}): Promise<boolean> {
      const workshop = requireFound(await store(tx).lock(id))
      const before = await seats(tx).find(id, walkIn.id)
      if (before?.answer === 'yes') return true
      const any = byHand && seatsLeft(workshop) > 0 ? 'open' : undefined
      const pool = holds(before?.answer) ? before?.pool : ((await poolFor(tx, workshop, walkIn)) ?? any)
      if (!pool) return false
      await sit(tx, workshop, walkIn, pool)
      return true
    },

    ended: (tx: Tx, page: EndedPage): Promise<readonly Workshop[]> => checkIns(tx).ended(page),

    around: (tx: Tx, page: CheckInWindow): Promise<readonly Workshop[]> => checkIns(tx).around(page),

    /** Ids of workshops that the person facilitates. */
    facilitated: (tx: Tx, person: string): Promise<readonly string[]> => checkIns(tx).facilitated(person),

    facilitates: (tx: Tx, person: string, id: string): Promise<boolean> =>
      seats(tx).isFacilitator(id, person),
  }
}
