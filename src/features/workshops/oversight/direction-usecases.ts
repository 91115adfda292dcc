import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { areKept } from '../seats/domain.ts'
import { seatsLeft, WORKSHOP_PERMISSIONS, type Workshop, type WorkshopSeen } from '../workshop/domain.ts'
import type { WorkshopReadUsecases, WorkshopStore } from '../workshop/usecases.ts'

/** A workshop with the seats that one Direction has in it. */
type WorkshopOfDirection = WorkshopSeen & {
  readonly seatsLeft: Shown
  readonly seatsOfDirection: Shown
  /** The Direction's quota; absent without quotas, or once they are released. */
  readonly quota?: number
}

export type DirectionSeatStore = {
  /** Seats taken by people of `direction` in each of `workshops`; absent where there are none. */
  readonly seatsOf: (direction: string, workshops: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** Quota of `direction` in each of `workshops`; absent where it has none. */
  readonly quotasOf: (direction: string, workshops: readonly string[]) => Promise<ReadonlyMap<string, number>>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'starting'>
  readonly directionSeats: (tx: Tx) => DirectionSeatStore
  readonly read: Transact
  readonly clock: Clock
  readonly programme: Pick<Programme, 'direction'>
  readonly workshops: Pick<WorkshopReadUsecases, 'coming'>
}

export type DirectionUsecases = ReturnType<typeof directionUsecases>

/** Workshops as one Direction sees them. Seats taken by Direction are public, and therefore exact. */
export function directionUsecases(parts: Parts) {
  const { store, directionSeats, read, clock, programme, workshops } = parts

  /** Seats taken by people of `direction` in each workshop where there are any; at most 200. */
  const seatsOf = (direction: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> =>
    read(tx => directionSeats(tx).seatsOf(direction, ids))

  return {
    /** Workshops to come and under way, by start. @throws Refusal `gone` for an unknown Direction */
    async ofDirection(actor: Actor, direction: string, limit: number, after?: string) {
      permit(WORKSHOP_PERMISSIONS.read, actor.role)
      if (!programme.direction(direction)) throw new Refusal('gone')
      const { items, ...next } = await workshops.coming(actor, limit, after)
      const ids = items.map(({ id }) => id)
      const seats = await seatsOf(direction, ids)
      const quotas = await read(tx => directionSeats(tx).quotasOf(direction, ids))
      const kept = (workshop: WorkshopSeen) =>
        workshop.quotas && areKept(workshop, clock.now()) ? (quotas.get(workshop.id) ?? 0) : undefined
      const withSeats = (workshop: WorkshopSeen): WorkshopOfDirection => {
        const quota = kept(workshop)
        const seatsOfDirection = exact('seats', seats.get(workshop.id) ?? 0)
        const left = exact('seats', seatsLeft(workshop))
        return { ...workshop, seatsLeft: left, seatsOfDirection, ...(quota !== undefined && { quota }) }
      }
      return { items: items.map(withSeats), ...next }
    },

    /** Those that start from now to `until` (milliseconds), by start. */
    soon: (until: number, limit: number): Promise<readonly Workshop[]> =>
      read(tx => store(tx).starting({ from: clock.now(), until, limit })),
  }
}
