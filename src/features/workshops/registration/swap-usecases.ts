import { type Actor, countedDirection } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dayKeyOf, holds, SEAT_PERMISSIONS, seatFor } from '../seats/domain.ts'
import type { SeatStore, WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { isToCome, requireFound, stageOf, type Workshop, type WorkshopSeen } from '../workshop/domain.ts'
import type { WorkshopStore, WorkshopViews } from '../workshop/usecases.ts'

export type SwapStore = {
  /** The workshops of the series that start after `now` (milliseconds), by start. */
  readonly daysAhead: (series: string, now: number, limit: number) => Promise<readonly Workshop[]>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'hasSeatAt' | 'isFacilitator'>
  readonly days: (tx: Tx) => SwapStore
  readonly views: WorkshopViews
  readonly waitingList: Pick<WaitingListUsecases, 'availabilityNow'>
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
}

/** Exceeds the days of any series. */
const MANY = 50

type Window = { readonly skip: number; readonly limit: number }

/** `next`: offset of the next page. */
type DaysFound = {
  readonly from: WorkshopSeen
  readonly days: readonly WorkshopSeen[]
  readonly next?: number
}

export type SwapUsecases = ReturnType<typeof swapUsecases>

export function swapUsecases({ store, seats, days, views, waitingList, read, clock, zone }: Parts) {
  /** Whether registration is open, whatever seats are left. */
  function isOpen(day: Workshop): boolean {
    const now = clock.now()
    const stage = stageOf(day, now)
    return isToCome(stage) && stage !== 'closed' && (day.opensAt === null || day.opensAt <= now)
  }

  /** Whether they have another seat on that day, besides the one in `from` that a swap gives up. */
  async function isTaken(tx: Tx, { id }: Actor, day: Workshop, from: WorkshopSeen): Promise<boolean> {
    const key = dayKeyOf(day, zone)
    if (key === null || (holds(from.mine) && dayKeyOf(from, zone) === key)) return false
    return seats(tx).hasSeatAt(id, key, day.id)
  }

  /**
   * Whether a seat is free for them. Without a known Direction the day is listed all the same: they are asked for it.
   */
  async function fits(tx: Tx, actor: Actor, day: Workshop): Promise<boolean> {
    const direction = countedDirection(actor)
    const entitled = actor.role === 'pilot' || (await seats(tx).isFacilitator(day.id, actor.id))
    const ruling = seatFor(await waitingList.availabilityNow(tx, day), { direction, entitled })
    return ruling !== 'workshop-full' && ruling !== 'direction-full'
  }

  return {
    /** Other days of the series with a free seat for this person, by start. @throws Refusal `role-needed`, `gone` */
    daysFor(actor: Actor, id: string, { skip, limit }: Window): Promise<DaysFound> {
      permit(SEAT_PERMISSIONS.answer, actor.role)
      return read(async tx => {
        const workshop = requireFound(await store(tx).find(id))
        const from = await views.one(tx, actor, workshop)
        const { series } = workshop
        const ahead = series === '' ? [] : await days(tx).daysAhead(series, clock.now(), MANY)
        const open = await views.all(
          tx,
          actor,
          ahead.filter(day => day.id !== id && isOpen(day)),
        )
        const found: WorkshopSeen[] = []
        for (const day of open) {
          if (holds(day.mine) || (await isTaken(tx, actor, day, from))) continue
          if (await fits(tx, actor, day)) found.push(day)
        }
        const shown = found.slice(skip, skip + limit)
        return { from, days: shown, ...(found.length > skip + limit && { next: skip + limit }) }
      })
    },
  }
}
