import { type Actor, countedDirection } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Workshop } from '../workshop/domain.ts'
import {
  type Availability,
  checkRegistering,
  dayKeyOf,
  holds,
  isRegistering,
  type Pool,
  type Registration,
  type Ruling,
  seatFor,
} from './domain.ts'
import { NOTHING, type SeatStore, type WaitingListUsecases } from './waiting-list-usecases.ts'

type Parts = {
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find' | 'put' | 'isFacilitator' | 'nextNo' | 'hasSeatAt'>
  readonly waitingList: Pick<WaitingListUsecases, 'reallocateSeats' | 'availabilityNow' | 'noteFreedDay'>
  readonly clock: Clock
  readonly zone: string
  readonly people: Pick<PeopleUsecases, 'tookPart'>
}

export type SeatAllocation = ReturnType<typeof seatAllocation>

/** Seat allocation for one person: register, join the waiting list, cancel. The caller holds the lock on the workshop row. */
export function seatAllocation({ seats, waitingList, clock, zone, people }: Parts) {
  const find = (tx: Tx, { id }: Workshop, actor: Actor) => seats(tx).find(id, actor.id)

  async function isEntitled(tx: Tx, { id, role }: Actor, workshop: Workshop): Promise<boolean> {
    return role === 'pilot' || seats(tx).isFacilitator(workshop.id, id)
  }

  const fresh = (actor: Actor, workshop: Workshop, before?: Registration) => ({
    workshop: workshop.id,
    person: actor.id,
    direction: countedDirection(actor) ?? before?.direction,
    offeredUntil: null,
    queueNo: null,
    at: clock.now(),
  })

  async function sit(tx: Tx, actor: Actor, workshop: Workshop, pool: Pool, before?: Registration) {
    const dayKey = dayKeyOf(workshop, zone)
    await people.tookPart(tx, actor.id)
    await seats(tx).put({ ...fresh(actor, workshop, before), answer: 'yes', pool, dayKey })
  }

  async function wait(tx: Tx, actor: Actor, workshop: Workshop, pool: Pool, before?: Registration) {
    const queueNo = before?.queueNo ?? (await seats(tx).nextNo(workshop.id))
    const waiting = {
      ...fresh(actor, workshop, before),
      answer: 'waiting',
      queueNo,
      pool,
      dayKey: null,
    } as const
    const same =
      before?.answer === 'waiting' && before.direction === waiting.direction && before.pool === pool
    if (!same) await seats(tx).put({ ...waiting, at: before?.answer === 'waiting' ? before.at : waiting.at })
  }

  /** Moves a seat to the person's new Direction, unless its quota is used up. */
  async function move(tx: Tx, actor: Actor, workshop: Workshop, before: Registration): Promise<void> {
    const direction = countedDirection(actor)
    if (direction === undefined || direction === before.direction) return
    const { ofDirection, open } = await waitingList.availabilityNow(tx, workshop)
    const counted = ofDirection && before.pool === 'open' && before.direction !== undefined
    if (
      counted &&
      seatFor({ reserved: 0, open: open + 1, ofDirection }, { direction, entitled: false }) !== 'open'
    )
      return
    await seats(tx).put({ ...before, direction })
    await waitingList.reallocateSeats(tx, workshop)
  }

  /** Availability and the person's registration, after waiting-list promotion. */
  async function lookAgain(tx: Tx, actor: Actor, workshop: Workshop) {
    const room: Availability = await (workshop.waiting > 0
      ? waitingList.reallocateSeats
      : waitingList.availabilityNow)(tx, workshop)
    return { room, before: await find(tx, workshop, actor) }
  }

  async function checkDay(tx: Tx, actor: Actor, workshop: Workshop): Promise<void> {
    const dayKey = dayKeyOf(workshop, zone)
    if (dayKey !== null && (await seats(tx).hasSeatAt(actor.id, dayKey, workshop.id)))
      throw new Refusal('same-day')
  }

  return {
    find,
    move,

    /**
     * Allocates a seat, or a place on the waiting list if `orWait`.
     * @throws Refusal `registration-not-open`, `registration-closed`, `same-day`, `direction-needed`, `workshop-full`,
     * `direction-full`
     */
    async seek(tx: Tx, actor: Actor, workshop: Workshop, orWait: boolean): Promise<void> {
      const { room, before } = await lookAgain(tx, actor, workshop)
      if (before?.answer === 'offered') return sit(tx, actor, workshop, before.pool ?? 'open', before)
      if (before?.answer !== 'waiting') checkRegistering(workshop, clock.now())
      await checkDay(tx, actor, workshop)
      const entitled = await isEntitled(tx, actor, workshop)
      const direction = countedDirection(actor) ?? before?.direction
      const ruling: Ruling = seatFor(room, { direction, entitled })
      if (ruling === 'open' || ruling === 'reserved') return sit(tx, actor, workshop, ruling, before)
      if (!orWait || ruling === 'direction-needed') throw new Refusal(ruling)
      await wait(tx, actor, workshop, entitled ? 'reserved' : 'open', before)
    },

    /** Whether somebody who has just cancelled could register again at once. */
    async couldReturn(tx: Tx, actor: Actor, workshop: Workshop): Promise<boolean> {
      if (workshop.state !== 'announced' || !isRegistering(workshop, clock.now())) return false
      const entitled = await isEntitled(tx, actor, workshop)
      const direction = countedDirection(actor) ?? (await find(tx, workshop, actor))?.direction
      const ruling = seatFor(await waitingList.availabilityNow(tx, workshop), { direction, entitled })
      return ruling === 'open' || ruling === 'reserved'
    },

    /** Confirms an offer. @throws Refusal `no-offer`, also when it has expired */
    async confirm(tx: Tx, actor: Actor, workshop: Workshop): Promise<void> {
      const before = await find(tx, workshop, actor)
      const { answer, offeredUntil, pool } = before ?? {}
      if (answer !== 'offered' || (offeredUntil ?? 0) <= clock.now()) throw new Refusal('no-offer')
      await sit(tx, actor, workshop, pool ?? 'open', before)
    },

    /**
     * Gives up the seat or the place on the waiting list; `reallocateSeats` offers what came free.
     * @returns whether a seat came free
     */
    async leave(tx: Tx, actor: Actor, workshop: Workshop): Promise<boolean> {
      const before = await find(tx, workshop, actor)
      const after = { ...fresh(actor, workshop, before), ...NOTHING }
      const { answer, direction, offeredUntil } = before ?? {}
      if (answer === 'no' && direction === after.direction && offeredUntil === null) return false
      await seats(tx).put(after)
      if (before && holds(answer)) await waitingList.noteFreedDay(tx, workshop, before)
      return holds(answer)
    },
  }
}
