import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { actableIdeas, ideaOf, NONE, rowOf, type Small } from './row-store.ts'
import type { IdeaStore } from './rows.ts'

/** `small`: see `Small`. */
export function ideaStore(tx: Tx, small: Small = NONE): IdeaStore {
  const db = open(tx)
  const one = (id: string) => db.selectFrom('idea').selectAll().where('id', '=', id)
  const actable = () => actableIdeas(tx)
  return {
    async add(idea) {
      const added = db
        .insertInto('idea')
        .values(rowOf(idea))
        .onConflict(on => on.column('id').doNothing())
      return (await added.returning('id').executeTakeFirst()) !== undefined
    },
    async find(id) {
      const row = await one(id).executeTakeFirst()
      return row && ideaOf(row, small)
    },
    async lock(id) {
      const row = await lockRow(tx, one(id)).executeTakeFirst()
      return row && ideaOf(row, small)
    },
    async setText(id, text) {
      await db.updateTable('idea').set({ text }).where('id', '=', id).execute()
    },
    async withdraw(id) {
      await db.updateTable('idea').set({ state: 'withdrawn' }).where('id', '=', id).execute()
    },
    async setState(id, state) {
      await db.updateTable('idea').set({ state }).where('id', '=', id).execute()
    },
    async setAxis(id, axis) {
      await db.updateTable('idea').set({ axis }).where('id', '=', id).execute()
    },
    async newest({ author, box }, limit, after) {
      const mine = () => db.selectFrom('idea').selectAll().where('state', '<>', 'withdrawn')
      const rows = await (author === undefined ? actable() : mine())
        .$if(author !== undefined, query => query.where('author', '=', author ?? ''))
        .$if(box !== undefined, query => query.where('box_id', '=', box ?? ''))
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(row => ideaOf(row, small))
    },
    async joinedWith(roots) {
      if (roots.length === 0) return []
      const behind = db.selectFrom('idea').selectAll().where('root', 'in', roots)
      const rows = await behind.orderBy('created_at').orderBy('id').execute()
      return rows.map(row => ideaOf(row, small))
    },
    async mostSupported(limit, skip = 0) {
      const first = actable().orderBy('supports', 'desc').orderBy('id', 'desc')
      return (await first.limit(limit).offset(skip).execute()).map(row => ideaOf(row, small))
    },
    async lately(limit) {
      const newest = db.selectFrom('idea').select('id').orderBy('created_at', 'desc').orderBy('id', 'desc')
      return (await newest.limit(limit).execute()).map(({ id }) => id)
    },
    async byIds(ids) {
      if (ids.length === 0) return []
      const rows = await actable().where('id', 'in', ids).execute()
      return rows.map(row => ideaOf(row, small))
    },
  }
}
