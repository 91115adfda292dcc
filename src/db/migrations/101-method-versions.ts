import type { Migration } from 'kysely/migration'

/** Versions of each part of the method that organisers change while the server runs: who, when, and what it said. */
export const methodVersions: Migration = {
  async up(db) {
    await db.schema
      .createTable('method_part')
      .addColumn('part', 'text', column => column.notNull())
      .addColumn('version', 'integer', column => column.notNull())
      .addColumn('content', 'text', column => column.notNull())
      .addColumn('act', 'text', column => column.notNull())
      .addColumn('undoes', 'integer')
      .addColumn('person_id', 'text')
      .addColumn('changed_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('method_part_key', ['part', 'version'])
      .execute()
  },
}
