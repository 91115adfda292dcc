import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { unnamingStore } from '../anonymity/store.ts'
import { decisionStore } from '../answers/outcome-store.ts'
import { answerStore } from '../answers/store.ts'
import { pendingStore } from '../answers/take-back-store.ts'
import { boxStore } from '../boxes/store.ts'
import { commentStore } from '../comments/store.ts'
import { leavingStore } from '../erasure/store.ts'
import { harvestStore } from '../harvest/store.ts'
import { mergeStore } from '../merging/store.ts'
import { commentModerationStore } from '../moderation/comment-report-store.ts'
import { moderationStore } from '../moderation/store.ts'
import { FEW, searchStore } from '../register/search-store.ts'
import { registerStore } from '../register/store.ts'
import { similarStore } from '../similarity/store.ts'
import { summaryStore } from '../summary/store.ts'
import { supportStore } from '../support/store.ts'
import { ideaOf, NONE, rowOf, type Small, standingIdeas } from './row-store.ts'
import type { IdeaStore } from './usecases.ts'

/** `small`: see `Small`. */
export function ideaStore(tx: Tx, small: Small = NONE): IdeaStore {
  const db = open(tx)
  const one = (id: string) => db.selectFrom('idea').selectAll().where('id', '=', id)
  const standing = () => standingIdeas(tx)
  return {
    ...boxStore(tx),
    ...supportStore(tx, small),
    ...commentStore(tx),
    ...commentModerationStore(tx),
    ...answerStore(tx, small),
    ...decisionStore(tx),
    ...pendingStore(tx),
    ...unnamingStore(tx),
    ...searchStore(tx, FEW, small),
    ...similarStore(tx),
    ...moderationStore(tx, small),
    ...mergeStore(tx, small),
    ...harvestStore(tx, small),
    ...registerStore(tx, small),
    ...summaryStore(tx, small),
    ...leavingStore(tx),
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
      const rows = await (author === undefined ? standing() : mine())
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
    async lately(limit) {
      const newest = db.selectFrom('idea').select('id').orderBy('created_at', 'desc').orderBy('id', 'desc')
      return (await newest.limit(limit).execute()).map(({ id }) => id)
    },
    async byIds(ids) {
      if (ids.length === 0) return []
      const rows = await standing().where('id', 'in', ids).execute()
      return rows.map(row => ideaOf(row, small))
    },
  }
}
