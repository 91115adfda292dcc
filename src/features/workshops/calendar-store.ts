import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { CalendarStore } from './calendar-usecases.ts'
import { workshopOf } from './row-store.ts'

export function calendarStore(tx: Tx): CalendarStore {
  return {
    async held(person, since, limit) {
      const rows = await open(tx)
        .selectFrom('registration')
        .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
        .selectAll('workshop')
        .select('answer')
        .where('person_id', '=', person)
        .where('answer', 'in', ['yes', 'offered'])
        .where('ends_at', '>', since)
        .where('state', '<>', 'draft')
        .orderBy('starts_at')
        .limit(limit)
        .execute()
      return rows.map(({ answer, ...row }) => ({ workshop: workshopOf(row), kept: answer === 'offered' }))
    },
  }
}
