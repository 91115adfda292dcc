import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What is told to many gives way to everything else. */
export const bulk: Migration = {
  async up(db) {
    await db.schema
      .alterTable('fact')
      .addColumn('bulk', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await sql`create index fact_prompt on fact (due_at, created_at, id) where state = 'ready' and bulk = 0`.execute(
      db,
    )
  },
}
