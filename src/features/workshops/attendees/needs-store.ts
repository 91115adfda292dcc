import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { NeedStore } from './needs-usecases.ts'

export function needStore(tx: Tx): NeedStore {
  const db = open(tx)
  return {
    async find(workshop, person) {
      const row = await db
        .selectFrom('practical_need')
        .select('text')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row?.text
    },

    async put({ workshop, person, text, at }) {
      await db
        .insertInto('practical_need')
        .values({ workshop_id: workshop, person_id: person, text, said_at: at })
        .onConflict(on => on.columns(['workshop_id', 'person_id']).doUpdateSet({ text, said_at: at }))
        .execute()
    },

    async remove(workshop, person) {
      await db
        .deleteFrom('practical_need')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .execute()
    },

    async move(from, to, person) {
      const said = await db
        .deleteFrom('practical_need')
        .where('workshop_id', '=', from)
        .where('person_id', '=', person)
        .returningAll()
        .executeTakeFirst()
      if (!said) return
      await db
        .insertInto('practical_need')
        .values({ ...said, workshop_id: to })
        .onConflict(on => on.columns(['workshop_id', 'person_id']).doNothing())
        .execute()
    },

    async page(workshop, limit, after = '') {
      const rows = await db
        .selectFrom('practical_need as need')
        .innerJoin('registration', on =>
          on
            .onRef('registration.workshop_id', '=', 'need.workshop_id')
            .onRef('registration.person_id', '=', 'need.person_id'),
        )
        .select(['need.workshop_id', 'need.person_id', 'need.text', 'need.said_at'])
        .where('need.workshop_id', '=', workshop)
        .where('need.person_id', '>', after)
        .where('registration.answer', '<>', 'no')
        .orderBy('need.person_id')
        .limit(limit)
        .execute()
      return rows.map(row => ({
        workshop: row.workshop_id,
        person: row.person_id,
        text: row.text,
        at: row.said_at,
      }))
    },

    async forget(before) {
      await db
        .deleteFrom('practical_need')
        .where(({ or, exists, not, selectFrom }) =>
          or([
            exists(
              selectFrom('workshop')
                .select('workshop.id')
                .whereRef('workshop.id', '=', 'practical_need.workshop_id')
                .where('ends_at', '<=', before),
            ),
            not(
              exists(
                selectFrom('registration')
                  .select('registration.person_id')
                  .whereRef('registration.workshop_id', '=', 'practical_need.workshop_id')
                  .whereRef('registration.person_id', '=', 'practical_need.person_id')
                  .where('answer', '<>', 'no'),
              ),
            ),
          ]),
        )
        .execute()
    },
  }
}
