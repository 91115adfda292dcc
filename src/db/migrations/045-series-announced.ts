import type { Migration } from 'kysely/migration'

/** The axis that a series is under, and since when it is announced. */
export const seriesAnnounced: Migration = {
  async up(db) {
    await db.schema
      .alterTable('series')
      .addColumn('axis', 'text', column => column.notNull().defaultTo(''))
      .execute()
    await db.schema.alterTable('series').addColumn('announced_at', 'bigint').execute()
  },
}
