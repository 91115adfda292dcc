import type { Migration } from 'kysely/migration'

/**
 * What a workshop's summary says of who was there, kept once the list is closed: the register itself goes by its own
 * retention. Of a Direction an estimate only. And series whose summary was posted.
 */
export const workshopPresence: Migration = {
  async up(db) {
    await db.schema
      .createTable('workshop_presence')
      .addColumn('workshop_id', 'text', column => column.notNull().primaryKey())
      .addColumn('present', 'integer')
      .addColumn('registered', 'integer', column => column.notNull())
      .addColumn('kept_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('workshop_presence_direction')
      .addColumn('workshop_id', 'text', column => column.notNull())
      .addColumn('direction', 'text', column => column.notNull())
      .addColumn('about', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('workshop_presence_direction_key', ['workshop_id', 'direction'])
      .execute()
    await db.schema
      .createTable('series_presence')
      .addColumn('series_id', 'text', column => column.notNull().primaryKey())
      .addColumn('people', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('series_summary')
      .addColumn('series_id', 'text', column => column.notNull().primaryKey())
      .addColumn('posted_at', 'bigint', column => column.notNull())
      .execute()
  },
}
