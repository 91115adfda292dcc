import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { WORKSHOP_PERMISSIONS } from '../workshop/domain.ts'
import type { CalendarAddresses, Own } from './address.ts'
import { CALENDAR_PERMISSIONS } from './address.ts'
import type { CalendarEntry } from './icalendar.ts'

/** How long a workshop stays in a calendar after its end: milliseconds. */
const KEPT = 92 * DAY
/** Limit of workshops in one calendar. */
const MANY = 200

export type CalendarStore = {
  /** How often the person renewed the address of their calendar. */
  readonly turn: (person: string) => Promise<number>
  /** Only ever increases. */
  readonly setTurn: (person: string, turn: number) => Promise<void>
  /** Workshops where the person has a seat or an offer, that end after `since`; by start. */
  readonly held: (person: string, since: number, limit: number) => Promise<readonly CalendarEntry[]>
}

type Parts = {
  readonly addresses: Pick<CalendarAddresses, 'ownOf'>
  readonly calendars: (tx: Tx) => CalendarStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
}

/** `turn`: version of the address. */
type OwnAddress = { readonly address: string; readonly turn: number }

export type CalendarUsecases = ReturnType<typeof calendarUsecases>

export function calendarUsecases({ calendars, addresses, transact, read, clock }: Parts) {
  return {
    /** Address of the person's own calendar, for themselves only. */
    async addressOf({ id, role }: Actor): Promise<OwnAddress> {
      permit(WORKSHOP_PERMISSIONS.read, role)
      const turn = await read(tx => calendars(tx).turn(id))
      return { address: addresses.ownOf(id, turn), turn }
    },

    /**
     * Renews the address to version `turn`, the next one; earlier ones stop working. Idempotent.
     * @throws Refusal `malformed` for a version beyond the next
     */
    async renew({ id, role }: Actor, turn: number): Promise<OwnAddress> {
      permit(CALENDAR_PERMISSIONS.renewCalendar, role, 'own')
      return transact(async tx => {
        const now = await calendars(tx).turn(id)
        if (turn > now + 1) throw new Refusal('malformed')
        if (turn > now) await calendars(tx).setTurn(id, turn)
        const stands = Math.max(now, turn)
        return { address: addresses.ownOf(id, stands), turn: stands }
      })
    },

    /**
     * Entries of the person's own calendar, cancelled workshops included.
     * @throws Refusal `gone` for an earlier address
     */
    heldBy: ({ person, turn }: Own): Promise<readonly CalendarEntry[]> =>
      read(async tx => {
        if ((await calendars(tx).turn(person)) !== turn) throw new Refusal('gone')
        return calendars(tx).held(person, clock.now() - KEPT, MANY)
      }),
  }
}
