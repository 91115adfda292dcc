import type { Migration } from 'kysely/migration'

/** What organisers say comes next, once a workshop is over: one text for each, corrected in its place. */
export const summaries: Migration = {
  async up(db) {
    await db.schema
      .createTable('workshop_summary')
      .addColumn('workshop_id', 'text', column => column.notNull().primaryKey())
      .addColumn('next', 'text', column => column.notNull())
      .addColumn('written_by', 'text', column => column.notNull())
      .addColumn('written_at', 'bigint', column => column.notNull())
      .addColumn('turn', 'integer', column => column.notNull())
      .execute()
  },
}
