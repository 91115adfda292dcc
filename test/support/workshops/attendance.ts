import { type Database, open } from '../../../src/db/index.ts'
import { printToken, screenToken } from '../../../src/features/attendance/check-in-code.ts'
import { lettersOf } from '../../../src/features/attendance/check-in-letters.ts'
import { rollStore } from '../../../src/features/attendance/roll-store.ts'
import { rollUsecases } from '../../../src/features/attendance/roll-usecases.ts'
import { attendanceStore } from '../../../src/features/attendance/store.ts'
import { attendanceUsecases } from '../../../src/features/attendance/usecases.ts'
import { checkInStore } from '../../../src/features/workshops/attendees/check-in-store.ts'
import { checkInUsecases } from '../../../src/features/workshops/attendees/check-in-usecases.ts'
import { seatStore } from '../../../src/features/workshops/seats/store.ts'
import { waitingListUsecases } from '../../../src/features/workshops/seats/waiting-list-usecases.ts'
import { facilitatorStore } from '../../../src/features/workshops/tables/facilitator-store.ts'
import { tableStore } from '../../../src/features/workshops/tables/store.ts'
import { tableUsecases } from '../../../src/features/workshops/tables/usecases.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { createLimits } from '../../../src/kernel/requests/limits.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import { auditIn } from '../features/audit.ts'
import { programme } from '../programme/programme.ts'
import { people } from './workshops.ts'

const SECRET = 'signs the codes of these tests alone'

/** Somebody whom the database knows by name. */
export async function introduce({ transact }: Database, { id, name, role, direction }: Actor): Promise<void> {
  const known = { reach: 'installed', reach_since: 0, reach_how: 'install', reach_last: '{}' } as const
  const blank = {
    chat: null,
    welcomed_at: null,
    took_part_at: null,
    role_from: null,
    listed: null,
    mail_state: null,
  }
  await transact(async tx => {
    await open(tx)
      .insertInto('person')
      .values({
        ...known,
        ...blank,
        id,
        name,
        role,
        tenant: 'tenant',
        object_id: id,
        deputy: 0,
        direction: direction ?? null,
        language: 'fr',
        language_chosen: 0,
        leads: '[]',
        created_at: 0,
      })
      .execute()
  })
}

/** Attendance as the product has it, for `known` people. */
export function attendanceOn(db: Database, clock: Clock, known: readonly Actor[] = []) {
  const { transact, read, once, note } = db
  const stores = { store: workshopStore, seats: seatStore, checkIns: checkInStore }
  const seating = { transact, note, clock, ...stores, zone: programme.zone }
  const hall = { tables: tableStore, facilitators: facilitatorStore, read, once, ids: randomIds }
  const tables = tableUsecases({ ...seating, ...hall, audit: auditIn({ ...hall, transact, clock }) })
  const workshops = {
    ...checkInUsecases({ ...seating, waitingList: waitingListUsecases(seating) }),
    sit: tables.sit,
  }
  const met = { ...people, actor: async (id: string) => known.find(each => each.id === id) }
  const edges = { transact, read, clock, workshops, people: met, store: attendanceStore }
  const parts = { ...edges, limits: createLimits(clock), secret: SECRET, zone: programme.zone }
  return {
    tables,
    ...attendanceUsecases(parts),
    ...rollUsecases({ ...edges, audit: auditIn({ ...edges, once, ids: randomIds }), roll: rollStore }),
    onScreen: (workshop: string, at = clock.now()) => ({ token: screenToken(SECRET, workshop, at) }),
    printed: (workshop: string, at: number) => ({
      token: printToken(SECRET, workshop, dateIn(at, programme.zone)),
    }),
    inLetters: (workshop: string, at: number) => ({
      letters: lettersOf(SECRET, workshop, dateIn(at, programme.zone)),
    }),
  }
}
