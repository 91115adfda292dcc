import type { Migration } from 'kysely/migration'

/** Tables drawn for a workshop, what somebody needs to come, and whose name may be shown to the others. */
export const tables: Migration = {
  async up(db) {
    await db.schema
      .createTable('table_draw')
      .addColumn('workshop_id', 'text', column => column.notNull().primaryKey().references('workshop.id'))
      .addColumn('seed', 'text', column => column.notNull())
      .addColumn('tables', 'integer', column => column.notNull())
      .addColumn('drawn_at', 'bigint', column => column.notNull())
      .addColumn('drawn_by', 'text', column => column.notNull())
      .addColumn('shown_at', 'bigint')
      .execute()
    await db.schema
      .createTable('table_place')
      .addColumn('workshop_id', 'text', column => column.notNull().references('workshop.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('table_no', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('table_place_key', ['workshop_id', 'person_id'])
      .execute()
    await db.schema
      .createTable('practical_need')
      .addColumn('workshop_id', 'text', column => column.notNull().references('workshop.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('said_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('practical_need_key', ['workshop_id', 'person_id'])
      .execute()
    await db.schema
      .alterTable('registration')
      .addColumn('shown', 'integer', column => column.notNull().defaultTo(0))
      .execute()
  },
}
