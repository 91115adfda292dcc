import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables/index.ts'

const ERASED = 'delete from synthesis_sample where idea_id = new.id;'
const WHEN = `old.text <> '' and new.text = ''`

const SQLITE = [
  `create trigger idea_erased_from_samples after update of text on idea when ${WHEN} begin ${ERASED} end`,
]
const POSTGRES = [
  `create function erase_from_samples() returns trigger language plpgsql as $$ begin ${ERASED} return null; end $$`,
  `create trigger idea_erased_from_samples after update of text on idea
    for each row when (${WHEN}) execute function erase_from_samples()`,
]

/** Of the ideas that words have placed, those that people read before a synthesis is published. */
export const synthesisSamples: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('synthesis_draw')
      .addColumn('axis', 'text', column => column.notNull().primaryKey())
      .addColumn('drawn_at', 'bigint', column => column.notNull())
      .addColumn('words', 'text', column => column.notNull())
      .addColumn('placed', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('synthesis_sample')
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('theme_id', 'text', column => column.notNull())
      .addColumn('verdict', 'text')
      .addPrimaryKeyConstraint('synthesis_sample_key', ['axis', 'idea_id'])
      .execute()
    await db.schema.createIndex('synthesis_sample_idea').on('synthesis_sample').column('idea_id').execute()
    const postgres = db.getExecutor().adapter instanceof PostgresAdapter
    for (const statement of postgres ? POSTGRES : SQLITE) await sql.raw(statement).execute(db)
  },
}
