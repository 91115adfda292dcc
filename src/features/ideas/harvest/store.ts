import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { actableIdeas, ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { HarvestStore, KeptLine } from './usecases.ts'

function lineOf(row: Tables['harvest_line']): KeptLine {
  return {
    person: row.person_id,
    key: row.key,
    workshop: row.workshop_id,
    ...(row.idea_id !== null && { idea: row.idea_id }),
    mark: row.mark,
    undone: row.undone === 1,
    at: row.at,
  }
}

export function harvestStore(tx: Tx, small: Small = NONE): HarvestStore {
  const db = open(tx)

  const harvestRow = (workshop: string) =>
    db.selectFrom('harvest').select('lines').where('workshop_id', '=', workshop)

  const said = (workshop: string, table: string | undefined) =>
    actableIdeas(tx)
      .where('workshop_id', '=', workshop)
      .$if(table !== undefined, query => query.where('workshop_table', '=', table ?? ''))

  return {
    async lockHarvest(workshop) {
      await db
        .insertInto('harvest')
        .values({ workshop_id: workshop, lines: 0 })
        .onConflict(on => on.column('workshop_id').doNothing())
        .execute()
      return (await lockRow(tx, harvestRow(workshop)).executeTakeFirstOrThrow()).lines
    },
    async findLine(person, key) {
      const row = await db
        .selectFrom('harvest_line')
        .selectAll()
        .where('person_id', '=', person)
        .where('key', '=', key)
        .executeTakeFirst()
      return row && lineOf(row)
    },
    async addLine({ person, key, workshop, idea = null, mark, undone, at }) {
      const row = { person_id: person, key, workshop_id: workshop, idea_id: idea, mark, at }
      await db
        .insertInto('harvest_line')
        .values({ ...row, undone: undone ? 1 : 0 })
        .execute()
    },
    async undoLine(person, key) {
      await db
        .updateTable('harvest_line')
        .set({ undone: 1 })
        .where('person_id', '=', person)
        .where('key', '=', key)
        .execute()
    },
    async recountLines(workshop) {
      const { lines } = await db
        .selectFrom('harvest_line')
        .select(({ fn }) => fn.countAll<number>().as('lines'))
        .where('workshop_id', '=', workshop)
        .executeTakeFirstOrThrow()
      await db.updateTable('harvest').set({ lines }).where('workshop_id', '=', workshop).execute()
    },
    async sameIn(workshop, mark) {
      const row = await db
        .selectFrom('harvest_line')
        .innerJoin('idea', 'idea.id', 'harvest_line.idea_id')
        .selectAll('idea')
        .where('harvest_line.workshop_id', '=', workshop)
        .where('harvest_line.mark', '=', mark)
        .where('harvest_line.undone', '=', 0)
        .where('idea.hidden_at', 'is', null)
        .where('idea.state', '<>', 'withdrawn')
        .limit(1)
        .executeTakeFirst()
      return row && ideaOf(row, small)
    },
    async keysOf(person, ideas) {
      if (ideas.length === 0) return new Map()
      const rows = await db
        .selectFrom('harvest_line')
        .select(({ ref }) => ['key', ref('idea_id').$notNull().as('idea')])
        .where('idea_id', 'in', ideas)
        .where('person_id', '=', person)
        .execute()
      return new Map(rows.map(({ idea, key }) => [idea, key]))
    },
    async saidAt(workshop, limit, table) {
      const rows = await said(workshop, table)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(row => ideaOf(row, small))
    },
    async leadingAt(workshop, limit) {
      const rows = await said(workshop, undefined)
        .orderBy('supports', 'desc')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(row => ideaOf(row, small))
    },
    async countSaidAt(workshop, table) {
      const { count } = await said(workshop, table)
        .clearSelect()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
  }
}
