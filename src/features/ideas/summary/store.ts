import { sql } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { actableIdeas, ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { Summary } from './domain.ts'
import type { SummaryStore } from './records.ts'

/** Of ideas that have steps, in one summary. */
const FOLLOWED = 200

/** An answer, a reason why not, or it is retained: an answer stays one while the idea is studied anew. */
const ANSWERED = sql<0 | 1>`case when state in ('answered', 'aside', 'retained', 'initiative')
  or answered_at is not null then 1 else 0 end`

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

  /** Ideas of some workshops, each merge group once, as the idea that they were merged into. */
  const said = (workshops: readonly string[]) =>
    actableIdeas(tx).where('id', 'in', query =>
      query
        .selectFrom('idea as said')
        .select(({ fn, ref }) => fn.coalesce(ref('said.root'), ref('said.id')).as('id'))
        .where('said.workshop_id', 'in', workshops)
        .where('said.state', '<>', 'withdrawn')
        .where('said.hidden_at', 'is', null),
    )

  const byAxis = (workshops: readonly string[]) =>
    said(workshops)
      .clearSelect()
      .select(({ fn }) => ['axis', ANSWERED.as('answered'), fn.countAll<number>().as('count')])
      .groupBy(['axis', 'answered'])
      .execute()

  const byTable = (workshops: readonly string[]) =>
    db
      .selectFrom('idea')
      .select(({ fn }) => ['workshop_table', fn.countAll<number>().as('count')])
      .where('workshop_id', 'in', workshops)
      .where('workshop_table', 'is not', null)
      .where('state', '<>', 'withdrawn')
      .where('hidden_at', 'is', null)
      .groupBy('workshop_table')
      .execute()

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
    async sequelSaidAt(workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_summary')
        .select(['workshop_id', 'written_at'])
        .where('workshop_id', 'in', workshops)
        .where(({ eb, or, exists, selectFrom }) =>
          or([
            eb('next', '<>', ''),
            exists(
              selectFrom('next_step')
                .select('next_step.id')
                .where('next_step.subject_kind', '=', 'summary')
                .where('next_step.state', 'in', ['promised', 'kept'])
                .whereRef('next_step.subject_id', '=', 'workshop_summary.workshop_id'),
            ),
          ]),
        )
        .execute()
      return new Map(rows.map(({ workshop_id, written_at }) => [workshop_id, written_at]))
    },
    async publishedIn(workshops) {
      if (workshops.length === 0) return []
      const rows = await db
        .selectFrom('workshop_summary')
        .selectAll()
        .where('workshop_id', 'in', workshops)
        .execute()
      return rows.map(summaryOf)
    },
    async lockSummary(workshop) {
      const row = await lockRow(tx, one(workshop)).executeTakeFirst()
      return row && summaryOf(row)
    },
    async setSummary(summary) {
      const { workshop_id, ...set } = rowOf(summary)
      await db.updateTable('workshop_summary').set(set).where('workshop_id', '=', workshop_id).execute()
    },
    async tallied(workshops) {
      if (workshops.length === 0) return { count: 0, answered: 0, axes: [], tables: [] }
      const rows = await byAxis(workshops)
      const sum = (some: typeof rows) => some.reduce((all, { count }) => all + Number(count), 0)
      const axes = Map.groupBy(rows, ({ axis }) => axis ?? '')
      return {
        count: sum(rows),
        answered: sum(rows.filter(({ answered }) => answered === 1)),
        axes: [...axes].map(([axis, own]) => ({ axis, count: sum(own) })),
        tables: (await byTable(workshops)).map(({ workshop_table, count }) => ({
          table: workshop_table ?? '',
          count: Number(count),
        })),
      }
    },
    async followedBy(workshops, others) {
      const leads = db
        .selectFrom('idea as other')
        .select(({ fn, ref }) => fn.coalesce(ref('other.root'), ref('other.id')).as('id'))
        .where('other.id', 'in', others.length > 0 ? others : [''])
      const among = (ideas: ReturnType<typeof said>) =>
        ideas
          .clearSelect()
          .select('id')
          .where('state', 'in', ['retained', 'initiative'])
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('next_step')
                .select('next_step.id')
                .where('next_step.subject_kind', '=', 'idea')
                .whereRef('next_step.subject_id', '=', 'idea.id'),
            ),
          )
          .orderBy('id')
          .limit(FOLLOWED)
          .execute()
      const own = workshops.length > 0 ? await among(said(workshops)) : []
      const won = others.length > 0 ? await among(actableIdeas(tx).where('id', 'in', leads)) : []
      return [...new Set([...own, ...won].map(({ id }) => id))]
    },
    async mostSupportedAt(workshops, limit) {
      if (workshops.length === 0) return []
      const rows = await said(workshops)
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
