import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { workshopOf } from '../workshop/row-store.ts'
import type { OpeningStore } from './usecases.ts'

/** More than open on any one day. */
const MANY = 50

export function openingStore(tx: Tx): OpeningStore {
  const db = open(tx)
  const requests = (id: string) => db.selectFrom('opening_request').where('thing_id', '=', id)
  return {
    async put({ thing, id }, { person, askedAt }) {
      await db
        .insertInto('opening_request')
        .values({ thing, thing_id: id, person_id: person, asked_at: askedAt })
        .onConflict(same => same.columns(['thing_id', 'person_id']).doNothing())
        .execute()
    },

    async take({ id }, people) {
      if (people.length === 0) return
      await db
        .deleteFrom('opening_request')
        .where('thing_id', '=', id)
        .where('person_id', 'in', people)
        .execute()
    },

    async clear({ id }) {
      await db.deleteFrom('opening_request').where('thing_id', '=', id).execute()
    },

    async first({ id }, limit) {
      const rows = await requests(id)
        .select(['person_id', 'asked_at'])
        .orderBy('asked_at')
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(({ person_id, asked_at }) => ({ person: person_id, askedAt: asked_at }))
    },

    async asked(person, things) {
      if (things.length === 0) return new Set()
      const rows = await db
        .selectFrom('opening_request')
        .select('thing_id')
        .where('person_id', '=', person)
        .where('thing_id', 'in', things)
        .execute()
      return new Set(rows.map(({ thing_id }) => thing_id))
    },

    async counts(things) {
      if (things.length === 0) return new Map()
      const rows = await db
        .selectFrom('opening_request')
        .select(({ fn }) => ['thing_id', fn.countAll<number>().as('count')])
        .where('thing_id', 'in', things)
        .groupBy('thing_id')
        .execute()
      return new Map(rows.map(({ thing_id, count }) => [thing_id, Number(count)]))
    },

    async answers(workshops, people) {
      if (workshops.length === 0 || people.length === 0) return []
      const rows = await db
        .selectFrom('registration')
        .select(['person_id', 'answer', 'answered_at'])
        .where('workshop_id', 'in', workshops)
        .where('person_id', 'in', people)
        .execute()
      return rows.map(({ person_id, answer, answered_at }) => ({
        person: person_id,
        answer,
        at: answered_at,
      }))
    },

    async opening({ from, until }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .where('opens_at', '>=', from)
        .where('opens_at', '<', until)
        .where('state', '=', 'announced')
        .orderBy('opens_at')
        .orderBy('starts_at')
        .orderBy('id')
        .limit(MANY)
        .execute()
      return rows.map(workshopOf)
    },
  }
}
