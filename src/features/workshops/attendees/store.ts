import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { VisitStore } from './usecases.ts'

export function visitStore(tx: Tx): VisitStore {
  const db = open(tx)
  return {
    async isShown(workshop, person) {
      const row = await db
        .selectFrom('registration')
        .select('shown')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row?.shown === 1
    },

    async setShown(workshop, person, shown) {
      await db
        .updateTable('registration')
        .set({ shown: shown ? 1 : 0 })
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .execute()
    },

    async shown(workshop, except, limit, after = '') {
      const rows = await db
        .selectFrom('registration')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', '>', after)
        .where('person_id', '<>', except)
        .where('answer', '=', 'yes')
        .where('shown', '=', 1)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },
  }
}
