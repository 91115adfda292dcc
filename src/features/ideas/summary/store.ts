import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { actableIdeas, ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { Summary } from './domain.ts'
import type { SummaryStore } from './usecases.ts'

function summaryOf(row: Tables['workshop_summary']): Summary {
  const { workshop_id: workshop, next, written_by: by, written_at: at, turn } = row
  return { workshop, next, by, at, turn }
}

function rowOf({ workshop, next, by, at, turn }: Summary): Tables['workshop_summary'] {
  return { workshop_id: workshop, next, written_by: by, written_at: at, turn }
}

export function summaryStore(tx: Tx, small: Small = NONE): SummaryStore {
  const db = open(tx)
  const one = (workshop: string) =>
    db.selectFrom('workshop_summary').selectAll().where('workshop_id', '=', workshop)

  /** Ideas of the workshop, each merge group once, as the idea that they were merged into. */
  const said = (workshop: string) =>
    actableIdeas(tx).where('id', 'in', query =>
      query
        .selectFrom('idea as said')
        .select(({ fn, ref }) => fn.coalesce(ref('said.root'), ref('said.id')).as('id'))
        .where('said.workshop_id', '=', workshop)
        .where('said.state', '<>', 'withdrawn')
        .where('said.hidden_at', 'is', null),
    )

  return {
    async addSummary(summary) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('workshop_summary')
        .values(rowOf(summary))
        .onConflict(conflict => conflict.column('workshop_id').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },
    async findSummary(workshop) {
      const row = await one(workshop).executeTakeFirst()
      return row && summaryOf(row)
    },
    async workshopOf(id) {
      const row = await db
        .selectFrom('workshop')
        .select(['title', 'state', 'ends_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && { title: row.title, state: row.state, endsAt: row.ends_at }
    },
    async summarisedAmong(workshops) {
      if (workshops.length === 0) return new Set()
      const rows = await db
        .selectFrom('workshop_summary')
        .select('workshop_id')
        .where('workshop_id', 'in', workshops)
        .execute()
      return new Set(rows.map(({ workshop_id }) => workshop_id))
    },
    async publishedAt(workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_summary')
        .select(['workshop_id', 'written_at'])
        .where('workshop_id', 'in', workshops)
        .execute()
      return new Map(rows.map(({ workshop_id, written_at }) => [workshop_id, written_at]))
    },
    async lockSummary(workshop) {
      const row = await lockRow(tx, one(workshop)).executeTakeFirst()
      return row && summaryOf(row)
    },
    async setSummary(summary) {
      const { workshop_id, ...set } = rowOf(summary)
      await db.updateTable('workshop_summary').set(set).where('workshop_id', '=', workshop_id).execute()
    },
    async countGathered(workshop) {
      const { count } = await said(workshop)
        .clearSelect()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
    async mostSupportedAt(workshop, limit) {
      const rows = await said(workshop)
        .where('supports', '>', 0)
        .orderBy('supports', 'desc')
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(row => ideaOf(row, small))
    },
  }
}
