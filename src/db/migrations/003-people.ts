import type { Migration } from 'kysely/migration'

export const people: Migration = {
  async up(db) {
    await db.schema
      .createTable('person')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('tenant', 'text', column => column.notNull())
      .addColumn('object_id', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('role', 'text', column => column.notNull())
      .addColumn('direction', 'text')
      .addColumn('language', 'text', column => column.notNull())
      .addColumn('language_chosen', 'integer', column => column.notNull())
      .addColumn('chat', 'text')
      .addColumn('welcomed_at', 'bigint')
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addUniqueConstraint('person_account', ['tenant', 'object_id'])
      .execute()
    await db.schema.createIndex('person_role').on('person').column('role').execute()
    await db.schema.createIndex('person_direction').on('person').column('direction').execute()
  },
}
