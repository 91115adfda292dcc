import type { Migration } from 'kysely/migration'

/** What the language model may still cost today, and whether an operator stopped it: known to every instance. */
export const assistant: Migration = {
  async up(db) {
    await db.schema
      .createTable('assistant_day')
      .addColumn('day', 'text', column => column.notNull().primaryKey())
      .addColumn('tokens', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('assistant_switch')
      .addColumn('name', 'text', column => column.notNull().primaryKey())
      .addColumn('stopped', 'integer', column => column.notNull())
      .addColumn('changed_at', 'bigint', column => column.notNull())
      .execute()
  },
}
