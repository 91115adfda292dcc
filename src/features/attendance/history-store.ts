import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { PresentStore } from './history-usecases.ts'

export function presentStore(tx: Tx): PresentStore {
  return {
    async present(workshop, limit, after) {
      const rows = await open(tx)
        .selectFrom('attendance')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', '>', after)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(({ person_id }) => person_id)
    },

    async count(workshop) {
      const { count } = await open(tx)
        .selectFrom('attendance')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('workshop_id', '=', workshop)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async cameTo(person, workshops) {
      if (workshops.length === 0) return new Set()
      const rows = await open(tx)
        .selectFrom('attendance')
        .select('workshop_id')
        .where('workshop_id', 'in', workshops)
        .where('person_id', '=', person)
        .execute()
      return new Set(rows.map(({ workshop_id }) => workshop_id))
    },

    async isPresent(workshop, person) {
      const row = await open(tx)
        .selectFrom('attendance')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row !== undefined
    },

    async visited(person, limit) {
      const rows = await open(tx)
        .selectFrom('attendance')
        .select('workshop_id')
        .where('person_id', '=', person)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ workshop_id }) => workshop_id)
    },
  }
}
