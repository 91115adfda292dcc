import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { PostStore } from './usecases.ts'

export function postStore(tx: Tx): PostStore {
  const db = open(tx)
  return {
    async add({ person, thingId, at, ...same }) {
      const row = { ...same, person_id: person, thing_id: thingId, created_at: at }
      await db.insertInto('pilot_post').values(row).execute()
    },

    async find(id) {
      const row = await db.selectFrom('pilot_post').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { person_id: person, thing_id: thingId, created_at: at, ...same } = row
      return { ...same, person, thingId, at }
    },

    async lastAbout(direction, { thing, thingId }) {
      const { at } = await db
        .selectFrom('pilot_post')
        .select(({ fn }) => fn.max('created_at').as('at'))
        .where('direction', '=', direction)
        .where('thing', '=', thing)
        .where('thing_id', '=', thingId)
        .executeTakeFirstOrThrow()
      return at === null ? undefined : Number(at)
    },

    async lastOf(direction, limit) {
      const rows = await db
        .selectFrom('pilot_post')
        .select(['thing', 'thing_id'])
        .select(({ fn }) => fn.max('created_at').as('at'))
        .where('direction', '=', direction)
        .groupBy(['thing', 'thing_id'])
        .orderBy('at', 'desc')
        .orderBy('thing_id')
        .limit(limit)
        .execute()
      return rows.map(({ thing, thing_id: thingId, at }) => ({ thing, thingId, at: Number(at) }))
    },

    async postedBy(person) {
      const found = db.selectFrom('pilot_post').select('id').where('person_id', '=', person)
      return (await found.execute()).map(({ id }) => id)
    },
  }
}
