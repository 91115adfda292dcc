import type { Migration } from 'kysely/migration'

/** How far the members of each team are read; nothing of the members themselves. */
export const teamReading: Migration = {
  async up(db) {
    await db.schema
      .createTable('team_reading')
      .addColumn('team_id', 'text', column => column.notNull().primaryKey())
      .addColumn('address', 'text', column => column.notNull())
      .addColumn('begun_at', 'bigint', column => column.notNull())
      .addColumn('page', 'integer', column => column.notNull())
      .addColumn('token', 'text')
      .execute()
  },
}
