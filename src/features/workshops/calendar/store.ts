import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { workshopOf } from '../workshop/row-store.ts'
import type { CalendarStore } from './usecases.ts'

export function calendarStore(tx: Tx): CalendarStore {
  return {
    async turn(person) {
      const query = open(tx).selectFrom('calendar_link').select('turn').where('person_id', '=', person)
      return (await query.executeTakeFirst())?.turn ?? 0
    },
    async setTurn(person, turn) {
      await open(tx)
        .insertInto('calendar_link')
        .values({ person_id: person, turn })
        .onConflict(known =>
          known.column('person_id').doUpdateSet({ turn }).where('calendar_link.turn', '<', turn),
        )
        .execute()
    },
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
