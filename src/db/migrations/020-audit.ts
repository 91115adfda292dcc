import type { Migration } from 'kysely/migration'

export const audit: Migration = {
  async up(db) {
    await db.schema
      .createTable('audit')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('who', 'text', column => column.notNull())
      .addColumn('role', 'text', column => column.notNull())
      .addColumn('act', 'text', column => column.notNull())
      .addColumn('thing', 'text', column => column.notNull())
      .addColumn('door', 'text', column => column.notNull())
      .addColumn('refused', 'text')
      .execute()
    await db.schema.createIndex('audit_age').on('audit').columns(['at', 'id']).execute()
    await db.schema
      .createTable('audit_person')
      .addColumn('person_id', 'text', column => column.notNull().primaryKey())
      .addColumn('who', 'text', column => column.notNull().unique())
      .execute()
  },
}
