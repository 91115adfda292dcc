import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { stemsOf } from '../../search/stemming.ts'
import type { Tables } from '../tables/index.ts'

const PAGE = 500
/** Rows of one statement. */
const ROWS = 2_000

function rowsOf(id: string, text: string): Tables['idea_stem'][] {
  const stems = stemsOf(text)
  const whole = `=${stems.toSorted().join(' ').slice(0, 200)}`
  return stems.length === 0 ? [] : [...stems, whole].map(stem => ({ idea_id: id, stem }))
}

/** Writes the stems of each idea that has none. */
export async function fillStems(db: Kysely<Tables>): Promise<void> {
  let after = ''
  for (;;) {
    const page = db.selectFrom('idea').select(['id', 'text']).where('state', '<>', 'withdrawn')
    const ideas = await page.where('id', '>', after).orderBy('id').limit(PAGE).execute()
    const rows = ideas.flatMap(({ id, text }) => rowsOf(id, text))
    for (let from = 0; from < rows.length; from += ROWS)
      await db
        .insertInto('idea_stem')
        .values(rows.slice(from, from + ROWS))
        .execute()
    after = ideas.at(-1)?.id ?? ''
    if (ideas.length < PAGE) return
  }
}

/** What ideas are about, stem by stem: close ones are found by it. */
export const stems: Migration = {
  async up(db: Kysely<Tables>) {
    // One order of bytes on both engines, as for words.
    const bytes = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : 'text'
    await db.schema
      .createTable('idea_stem')
      .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('stem', bytes, column => column.notNull())
      .addPrimaryKeyConstraint('idea_stem_key', ['idea_id', 'stem'])
      .execute()
    await db.schema.createIndex('idea_stem_found').on('idea_stem').columns(['stem', 'idea_id']).execute()
    await fillStems(db)
  },
}
