import type { ExpressionBuilder } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { rowOf, workshopOf } from './row-store.ts'
import type { WorkshopStore } from './usecases.ts'

type WorkshopRows = ExpressionBuilder<Tables, 'workshop'>

/** Rows of `workshop` on one side of the cursor, by start and id. */
export function beyond({ eb, refTuple, tuple }: WorkshopRows, side: '<' | '>', { at, id }: Cursor) {
  return eb(refTuple('starts_at', 'workshop.id'), side, tuple(at, id))
}

// A workshop ends on the day it starts (25 hours at most): the lower bound lets the index on start be used.
function current(eb: WorkshopRows, now: number) {
  return eb.and([eb('starts_at', '>', now - 2 * DAY), eb('ends_at', '>', now)])
}

export function workshopStore(tx: Tx): WorkshopStore {
  const db = open(tx)
  const byId = (id: string) => db.selectFrom('workshop').selectAll().where('id', '=', id)
  return {
    async add(workshop) {
      await db
        .insertInto('workshop')
        .values({ ...rowOf(workshop), queued: 0 })
        .execute()
    },

    async change(workshop) {
      // Seat counters are written by `recount` alone.
      const { seats_taken: _, directions: __, waiting: ___, ...row } = rowOf(workshop)
      await db.updateTable('workshop').set(row).where('id', '=', workshop.id).execute()
    },

    async find(id) {
      const row = await byId(id).executeTakeFirst()
      return row && workshopOf(row)
    },

    async lock(id) {
      const row = await lockRow(tx, byId(id)).executeTakeFirst()
      return row && workshopOf(row)
    },

    async starting({ from, until, limit }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .where('starts_at', '>', from)
        .where('starts_at', '<', until)
        .where('state', '=', 'announced')
        .orderBy('starts_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async coming({ now, limit, after, on = false }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll('workshop')
        .where(eb => current(eb, now))
        .where(eb => (on ? eb('state', '=', 'announced') : eb('state', '<>', 'draft')))
        .$if(after !== undefined, query => query.where(eb => (after ? beyond(eb, '>', after) : eb.lit(true))))
        .orderBy('starts_at')
        .orderBy('workshop.id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },
  }
}
