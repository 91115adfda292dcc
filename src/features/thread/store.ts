import { sql } from 'kysely'
import { open } from '../../db/index.ts'
import type { Tables } from '../../db/tables/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { NumberedEvent } from './domain.ts'
import type { ThreadStore } from './usecases.ts'

function eventOf(row: Tables['event']): NumberedEvent {
  const { thing, thing_id: id, number, kind, at, person_id: by, detail } = row
  return { thing, id, number, kind, at, ...(by !== null && { by }), ...(detail !== null && { detail }) }
}

export function threadStore(tx: Tx): ThreadStore {
  const db = open(tx)
  const events = (thing: string, id: string) =>
    db
      .selectFrom('event')
      .where('thing', '=', thing as 'idea')
      .where('thing_id', '=', id)
  return {
    async add({ thing, id, kind, at, by = null, detail = null }) {
      const { last } = await events(thing, id)
        .select(sql<number>`coalesce(max(number), 0)`.as('last'))
        .executeTakeFirstOrThrow()
      const row = { thing, thing_id: id, number: last + 1, kind, at, person_id: by, detail }
      await db.insertInto('event').values(row).execute()
      return row.number
    },
    async has(thing, id, kind) {
      const found = await events(thing, id)
        .select('number')
        .where('kind', '=', kind)
        .limit(1)
        .executeTakeFirst()
      return found !== undefined
    },
    async latest(thing, id, kind) {
      const row = await events(thing, id)
        .select('detail')
        .where('kind', '=', kind)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.detail ?? undefined
    },
    async unname(id, person, kinds) {
      await db
        .updateTable('event')
        .set({ person_id: null })
        .where('thing', '=', 'idea')
        .where('thing_id', '=', id)
        .where('person_id', '=', person)
        .$if('only' in kinds, query => query.where('kind', 'in', 'only' in kinds ? kinds.only : []))
        .$if('but' in kinds, query => query.where('kind', 'not in', 'but' in kinds ? kinds.but : []))
        .execute()
    },
    async of(thing, id, limit, after, but = []) {
      const rows = await events(thing, id)
        .selectAll()
        .where('number', '>', after)
        .$if(but.length > 0, query => query.where('kind', 'not in', but))
        .orderBy('number')
        .limit(limit)
        .execute()
      return rows.map(eventOf)
    },
  }
}
