import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { ReminderStore } from './reminder-usecases.ts'

export function reminderStore(tx: Tx): ReminderStore {
  const db = open(tx)
  return {
    async seated(id, at, limit, after = '') {
      const rows = await db
        .selectFrom('registration')
        .select('person_id')
        .where('workshop_id', '=', id)
        .where('person_id', '>', after)
        .where('answer', '=', 'yes')
        .where('answered_at', '<=', at)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },

    async answersOf(workshop, people) {
      const rows = await db
        .selectFrom('registration')
        .select(['person_id', 'answer'])
        .where('workshop_id', '=', workshop)
        .where('person_id', 'in', people)
        .execute()
      return new Map(rows.map(({ person_id, answer }) => [person_id, answer]))
    },
  }
}
