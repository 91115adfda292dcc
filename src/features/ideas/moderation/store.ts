import { open } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { ModerationStore } from './usecases.ts'

export function moderationStore(tx: Tx, small: Small = NONE): ModerationStore {
  const db = open(tx)
  const page = (by: 'reported_at' | 'hidden_at', limit: number, after?: Cursor) =>
    db
      .selectFrom('idea')
      .selectAll()
      .where(by, 'is not', null)
      .where('state', '<>', 'withdrawn')
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple(by, 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
        ),
      )
      .orderBy(by)
      .orderBy('id')
      .limit(limit)
      .execute()
  return {
    async addReport({ idea, person, reason = null, at }) {
      const added = await db
        .insertInto('idea_report')
        .values({ idea_id: idea, person_id: person, reason, at, settled_at: null })
        .onConflict(on => on.columns(['idea_id', 'person_id']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async reportedBy(person, ideas) {
      if (ideas.length === 0) return new Set()
      const rows = await db
        .selectFrom('idea_report')
        .select('idea_id')
        .where('idea_id', 'in', ideas)
        .where('person_id', '=', person)
        .execute()
      return new Set(rows.map(row => row.idea_id))
    },
    async recountReports(idea) {
      const { reports, since } = await db
        .selectFrom('idea_report')
        .select(({ fn }) => [fn.countAll<number>().as('reports'), fn.min('at').as('since')])
        .where('idea_id', '=', idea)
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow()
      await db.updateTable('idea').set({ reports, reported_at: since }).where('id', '=', idea).execute()
    },
    async closeReports(idea, at) {
      await db
        .updateTable('idea_report')
        .set({ reason: null, settled_at: at })
        .where('idea_id', '=', idea)
        .where('settled_at', 'is', null)
        .execute()
      await db.updateTable('idea').set({ reports: 0, reported_at: null }).where('id', '=', idea).execute()
    },
    async setHidden(id, hiding) {
      const { at = null, by = null, reason = null } = hiding ?? {}
      await db
        .updateTable('idea')
        .set({ hidden_at: at, hidden_by: by, hidden_reason: reason })
        .where('id', '=', id)
        .execute()
    },
    async reported(limit, after) {
      const rows = await page('reported_at', limit, after)
      return rows.map(row => ({ idea: ideaOf(row, small), at: row.reported_at ?? 0, reports: row.reports }))
    },
    async hidden(limit, after) {
      const rows = await page('hidden_at', limit, after)
      return rows.map(row => ({ idea: ideaOf(row, small), at: row.hidden_at ?? 0, reports: row.reports }))
    },
    async reasons(idea, most) {
      const rows = await db
        .selectFrom('idea_report')
        .select('reason')
        .where('idea_id', '=', idea)
        .where('settled_at', 'is', null)
        .where('reason', 'is not', null)
        .orderBy('at')
        .limit(most)
        .execute()
      return rows.flatMap(({ reason }) => reason ?? [])
    },
  }
}
