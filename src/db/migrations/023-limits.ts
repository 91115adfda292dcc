import type { Migration } from 'kysely/migration'

/** What instances on one PostgreSQL count together. Nothing is lost with it but a minute's memory. */
export const limits: Migration = {
  async up(db) {
    await db.schema
      .createTable('limit_use')
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('ends_at', 'bigint', column => column.notNull())
      .addColumn('count', 'integer', column => column.notNull())
      .execute()
    await db.schema.createIndex('limit_use_by_end').on('limit_use').column('ends_at').execute()
  },
}
