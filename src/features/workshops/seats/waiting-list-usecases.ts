import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, HOUR } from '../../../kernel/time/clock.ts'
import { isToCome, requireFound, seatsLeft, stageOf, type Workshop } from '../workshop/domain.ts'
import { ANSWER_STANDS, momentFacts, offeredFact, reallocationFact, roomFact } from '../workshop/facts.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import {
  type Availability,
  availabilityAfter,
  availabilityIn,
  dayKeyOf,
  type HeldSeats,
  holds,
  type Pool,
  type Registration,
  type SeatQuotas,
  seatFor,
} from './domain.ts'

/** Part of the waiting list: everybody of one pool, or people of some Directions. */
export type Among = { readonly pool: Pool } | { readonly directions: readonly string[] }

export type SeatStore = {
  readonly find: (workshop: string, person: string) => Promise<Registration | undefined>
  /** Stores a registration. Answering `no` also withdraws the consent to show their name. */
  readonly put: (registration: Registration) => Promise<void>
  /** Seats taken or on offer, grouped by Direction and pool. */
  readonly held: (workshop: string) => Promise<readonly HeldSeats[]>
  readonly quotas: (workshop: string) => Promise<SeatQuotas>
  readonly putQuotas: (workshop: string, quotas: SeatQuotas) => Promise<void>
  readonly isFacilitator: (workshop: string, person: string) => Promise<boolean>
  /** The next waiting-list number; numbers are never reused. */
  readonly nextNo: (workshop: string) => Promise<number>
  /** The waiting list in order, without people who already have a seat on that day (`dayKey`). */
  readonly waiting: (
    workshop: string,
    among: Among,
    dayKey: string | null,
    limit: number,
  ) => Promise<readonly Registration[]>
  /** Offers that expired by `now`. */
  readonly lapsed: (workshop: string, now: number) => Promise<readonly Registration[]>
  /** Length of the waiting list before `queueNo`. */
  readonly before: (workshop: string, queueNo: number) => Promise<number>
  /** Whether the person has a seat at `dayKey` in another workshop. */
  readonly hasSeatAt: (person: string, dayKey: string, except: string) => Promise<boolean>
  /** Other workshops of the series in which the person waits. */
  readonly waitsIn: (person: string, series: string) => Promise<readonly Workshop[]>
  /** Workshops of the series in which somebody waits. */
  readonly crowded: (series: string) => Promise<readonly string[]>
  /**
   * Moves all seats of the workshop to `dayKey`, and shortens offers that would last beyond `until`. Whoever has
   * another seat on that day keeps both: this one gets no day.
   */
  readonly moveSeats: (workshop: string, dayKey: string | null, until: number) => Promise<void>
  /** Recomputes the workshop's seat counters. @returns the workshop with them */
  readonly recount: (workshop: string) => Promise<Workshop | undefined>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'lock'>
  readonly seats: (tx: Tx) => SeatStore
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly zone: string
  /** The first time from `at` on at which people may be notified (milliseconds); absent: at once. */
  readonly tellable?: (at: number) => Promise<number>
}

/** A registration without seat, offer or place on the waiting list. */
export const NOTHING = { answer: 'no', queueNo: null, pool: null, dayKey: null } as const

export type WaitingListUsecases = ReturnType<typeof waitingListUsecases>

/** Waiting-list promotion and seat counts. The caller holds the lock on the workshop row. */
export function waitingListUsecases({ store, seats, transact, note, clock, zone, tellable }: Parts) {
  /** People on the waiting list for whom a free seat may fit, in order. */
  async function candidates(tx: Tx, { id }: Workshop, room: Availability, dayKey: string | null) {
    const of = (among: Among, limit: number) =>
      limit > 0 ? seats(tx).waiting(id, among, dayKey, limit) : Promise.resolve([])
    const { reserved, open, ofDirection } = room
    const found = [await of({ pool: 'reserved' }, ofDirection ? reserved : reserved + open)]
    if (!ofDirection) found.push(await of({ pool: 'open' }, open))
    else if (ofDirection.size > 0) found.push(await of({ directions: [...ofDirection.keys()] }, open))
    const all = new Map(found.flat().map(each => [each.person, each]))
    return [...all.values()].toSorted((a, b) => (a.queueNo ?? 0) - (b.queueNo ?? 0))
  }

  async function availabilityNow(tx: Tx, workshop: Workshop): Promise<Availability> {
    const quotas = workshop.quotas ? await seats(tx).quotas(workshop.id) : new Map()
    return availabilityIn(workshop, quotas, await seats(tx).held(workshop.id), clock.now())
  }

  /** `heard`: when the person can first be notified (milliseconds); the time to confirm starts then. */
  async function offer(
    tx: Tx,
    workshop: Workshop,
    to: Registration,
    pool: Pool,
    heard: number,
  ): Promise<void> {
    const { id, startsAt, confirmHours } = workshop
    const now = clock.now()
    const until = Math.min(heard + confirmHours * HOUR, startsAt)
    const kept = { answer: 'offered', queueNo: null, offeredUntil: until, pool, at: now } as const
    await seats(tx).put({ ...to, ...kept, dayKey: dayKeyOf(workshop, zone) })
    await note(tx, offeredFact(id, to.person, until))
    await note(tx, reallocationFact(id, until))
  }

  /**
   * Waiting-list promotion: offers each free seat to the first person whom it fits. Returns the seats still free. When
   * people cannot be notified before the workshop begins, nothing is offered: first come, first served.
   */
  async function promote(tx: Tx, workshop: Workshop): Promise<Availability> {
    const dayKey = dayKeyOf(workshop, zone)
    let room = await availabilityNow(tx, workshop)
    // An offer of a Friday evening can first be notified on Monday.
    const heard = (await tellable?.(clock.now())) ?? clock.now()
    let offered = heard < workshop.startsAt
    while (offered) {
      offered = false
      for (const each of await candidates(tx, workshop, room, dayKey)) {
        const { direction } = each
        const ruling = seatFor(room, { direction, entitled: each.pool === 'reserved' })
        if (ruling !== 'open' && ruling !== 'reserved') continue
        await offer(tx, workshop, each, ruling, heard)
        room = availabilityAfter(room, ruling, direction)
        offered = true
      }
    }
    return room
  }

  /** Giving up a seat may allow one in another workshop of the same day: those waiting lists are reallocated too. */
  async function noteFreedDay(tx: Tx, workshop: Workshop, { person }: Registration): Promise<void> {
    const key = dayKeyOf(workshop, zone)
    if (key === null) return
    for (const other of await seats(tx).waitsIn(person, workshop.series))
      if (other.id !== workshop.id && dayKeyOf(other, zone) === key)
        await note(tx, reallocationFact(other.id))
  }

  async function expireOffers(tx: Tx, workshop: Workshop): Promise<void> {
    for (const late of await seats(tx).lapsed(workshop.id, clock.now())) {
      await seats(tx).put({ ...late, ...NOTHING })
      await noteFreedDay(tx, workshop, late)
    }
  }

  /**
   * Expires offers that nobody confirmed in time, and offers the free seats.
   * @returns seats that could not be offered
   */
  async function reallocateSeats(tx: Tx, workshop: Workshop): Promise<Availability> {
    await expireOffers(tx, workshop)
    return isToCome(stageOf(workshop, clock.now())) ? promote(tx, workshop) : { reserved: 0, open: 0 }
  }

  /**
   * Recomputes counters. The channel card says whether seats are free, not how many, so it is edited only when that
   * changes.
   */
  async function recount(tx: Tx, before: Workshop): Promise<Workshop> {
    const now = requireFound(await seats(tx).recount(before.id))
    if ((seatsLeft(now) === 0) !== (seatsLeft(before) === 0))
      await note(tx, roomFact(now, clock.now() + ANSWER_STANDS))
    return now
  }

  /** Schedules what falls due: card edits at key dates, and the release of reserved seats and quotas. */
  async function noteMoments(tx: Tx, workshop: Workshop): Promise<void> {
    const { id, releaseAt, state } = workshop
    const now = clock.now()
    // Offers come before the card that says what is left.
    if (state === 'announced' && releaseAt !== null && releaseAt > now)
      await note(tx, reallocationFact(id, releaseAt))
    for (const fact of momentFacts(workshop, zone, now)) await note(tx, fact)
  }

  return {
    reallocateSeats,
    recount,
    noteFreedDay,
    availabilityNow,

    /**
     * After a change of seats, quotas, dates or state: moves seats to the new day, offers free ones, and schedules what
     * falls due. `workshop`: as changed.
     */
    async recomputeAfterChange(tx: Tx, workshop: Workshop): Promise<Workshop> {
      const { id, series, startsAt } = workshop
      await seats(tx).moveSeats(id, dayKeyOf(workshop, zone), startsAt)
      await noteMoments(tx, workshop)
      await reallocateSeats(tx, workshop)
      // Whoever had a seat that day may now have one elsewhere.
      for (const other of series === '' ? [] : await seats(tx).crowded(series))
        if (other !== id) await note(tx, reallocationFact(other))
      return recount(tx, workshop)
    },

    /** Moves a new facilitator's registration to the reserved pool, which frees an ordinary seat if they had one. */
    async grantReservedSeat(tx: Tx, id: string, person: string): Promise<void> {
      const workshop = requireFound(await store(tx).lock(id))
      const before = await seats(tx).find(id, person)
      if (before?.pool !== 'open') return
      if (holds(before.answer) && (await availabilityNow(tx, workshop)).reserved === 0) return
      await seats(tx).put({ ...before, pool: 'reserved' })
      await reallocateSeats(tx, workshop)
      await recount(tx, workshop)
    },

    /** Reallocation that was scheduled: an offer expires, or reserved seats are released. */
    async reallocateDueSeats(id: string): Promise<void> {
      await transact(async tx => {
        const workshop = await store(tx).lock(id)
        if (!workshop) return
        await reallocateSeats(tx, workshop)
        await recount(tx, workshop)
      })
    },
  }
}
