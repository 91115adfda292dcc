import type { Selectable } from 'kysely'
import { open, type Tables } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { CheckIn } from './domain.ts'
import type { AttendanceStore } from './usecases.ts'

export function checkInOf(row: Selectable<Tables['attendance']>): CheckIn {
  const { workshop_id, person_id, beyond, ...same } = row
  return { ...same, workshop: workshop_id, person: person_id, beyond: beyond === 1 }
}

export function attendanceStore(tx: Tx): AttendanceStore {
  const db = open(tx)
  return {
    async find(workshop, person) {
      const row = await db
        .selectFrom('attendance')
        .selectAll()
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row && checkInOf(row)
    },

    async add({ workshop, person, at, how, by, beyond }) {
      await db
        .insertInto('attendance')
        .values({ workshop_id: workshop, person_id: person, at, how, by, beyond: beyond ? 1 : 0 })
        .onConflict(conflict => conflict.columns(['workshop_id', 'person_id']).doNothing())
        .execute()
    },

    async remove(workshop, person) {
      await db
        .deleteFrom('attendance')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .execute()
    },
  }
}
