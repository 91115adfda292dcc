import type { Actor } from '../../kernel/actor.ts'
import { type Clock, DAY } from '../../kernel/clock.ts'
import { permit } from '../../kernel/permission.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { CalendarEntry } from './calendar.ts'
import type { CalendarAddresses } from './calendar-address.ts'
import { PERMISSIONS } from './domain.ts'

/** How long a workshop stays in somebody's calendar once it ended: milliseconds. */
const KEPT = 92 * DAY
/** Workshops in one calendar. */
const MANY = 200

export type CalendarStore = {
  /** Those that the person has a seat in, or for which one is kept for them, that end after `since`; by start. */
  readonly held: (person: string, since: number, limit: number) => Promise<readonly CalendarEntry[]>
}

type Parts = {
  readonly addresses: Pick<CalendarAddresses, 'ownOf'>
  readonly calendars: (tx: Tx) => CalendarStore
  readonly read: Transact
  readonly clock: Clock
}

export type CalendarUsecases = ReturnType<typeof calendarUsecases>

export function calendarUsecases({ calendars, addresses, read, clock }: Parts) {
  return {
    /** Address of the person's own calendar, for nobody else. */
    addressOf({ id, role }: Actor): string {
      permit(PERMISSIONS.read, role)
      return addresses.ownOf(id)
    },

    /** What stands in the person's own calendar, those that are called off included. */
    heldBy: (person: string): Promise<readonly CalendarEntry[]> =>
      read(tx => calendars(tx).held(person, clock.now() - KEPT, MANY)),
  }
}
