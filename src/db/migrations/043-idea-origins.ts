import type { Migration } from 'kysely/migration'

/** Where an idea was first said: a workshop, and a table of it. */
export const ideaOrigins: Migration = {
  async up(db) {
    // One column a statement: SQLite adds no more.
    await db.schema.alterTable('idea').addColumn('workshop_id', 'text').execute()
    await db.schema.alterTable('idea').addColumn('workshop_title', 'text').execute()
    await db.schema.alterTable('idea').addColumn('workshop_table', 'text').execute()
  },
}
