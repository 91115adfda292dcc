import type { Migration } from 'kysely/migration'

export const nudges: Migration = {
  async up(db) {
    // What reaches its horizon, person by person and counted by Direction.
    await db.schema
      .createIndex('commitment_due')
      .on('commitment')
      .columns(['state', 'horizon', 'id'])
      .execute()
    await db.schema
      .createTable('pilot_post')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('direction', 'text', column => column.notNull())
      .addColumn('thing', 'text', column => column.notNull())
      .addColumn('thing_id', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
  },
}
