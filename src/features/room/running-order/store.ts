import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { OrderModel } from './domain.ts'
import type { OrderStore } from './usecases.ts'

function modelOf({ id, name, items, created_at }: Selectable<Tables['running_order_model']>): OrderModel {
  return { id, name, items: JSON.parse(items), at: created_at }
}

export function orderStore(tx: Tx): OrderStore {
  const db = open(tx)
  const byWorkshop = (id: string) => db.selectFrom('running_order').selectAll().where('workshop_id', '=', id)
  const models = () => db.selectFrom('running_order_model').selectAll()
  return {
    async find(workshop) {
      const row = await byWorkshop(workshop).executeTakeFirst()
      return row && { version: row.version, items: JSON.parse(row.items) }
    },

    async lock(workshop) {
      const row = await lockRow(tx, byWorkshop(workshop)).executeTakeFirst()
      return row && { version: row.version, items: JSON.parse(row.items) }
    },

    async add(workshop) {
      await db
        .insertInto('running_order')
        .values({ workshop_id: workshop, version: 0, items: '[]' })
        .onConflict(on => on.column('workshop_id').doNothing())
        .execute()
    },

    async put(workshop, { version, items }) {
      await db
        .updateTable('running_order')
        .set({ version, items: JSON.stringify(items) })
        .where('workshop_id', '=', workshop)
        .execute()
    },

    async models(limit, after) {
      const rows = await models()
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(modelOf)
    },

    async modelNamed(key) {
      const row = await models().where('name_key', '=', key).executeTakeFirst()
      return row && modelOf(row)
    },

    async putModel({ id, name, items, at }, key) {
      const kept = { name, items: JSON.stringify(items), created_at: at }
      await db
        .insertInto('running_order_model')
        .values({ id, name_key: key, ...kept })
        .onConflict(on => on.column('name_key').doUpdateSet(kept))
        .execute()
    },

    async removeModel(id) {
      await db.deleteFrom('running_order_model').where('id', '=', id).execute()
    },
  }
}
