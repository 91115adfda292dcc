import type { Migration } from 'kysely/migration'

export const programme: Migration = {
  async up(db) {
    await db.schema
      .createTable('programme')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('content', 'text', column => column.notNull())
      .addColumn('loaded_at', 'bigint', column => column.notNull())
      .execute()
  },
}
