import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { SeatBatchStore } from './ledger-usecases.ts'
import { putRegistrations, registrationOf } from './row-store.ts'

/** Seats of one workshop, read and written for several people at once. */
export function seatBatchStore(tx: Tx): SeatBatchStore {
  const db = open(tx)
  return {
    async findAll(workshop, people) {
      const rows = await db
        .selectFrom('registration')
        .selectAll()
        .where('workshop_id', '=', workshop)
        .where('person_id', 'in', people)
        .execute()
      return rows.map(registrationOf)
    },

    async facilitatorsAmong(workshop, people) {
      const rows = await db
        .selectFrom('workshop_facilitator')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', 'in', people)
        .execute()
      return new Set(rows.map(row => row.person_id))
    },

    async seatedAmong(people, dayKey, except) {
      const rows = await db
        .selectFrom('registration')
        .select('person_id')
        .where('person_id', 'in', people)
        .where('day_key', '=', dayKey)
        .where('workshop_id', '<>', except)
        .execute()
      return new Set(rows.map(row => row.person_id))
    },

    putAll: registrations => putRegistrations(tx, registrations),

    async numbered(workshop, queueNo) {
      await db.updateTable('workshop').set({ queued: queueNo }).where('id', '=', workshop).execute()
    },
  }
}
