import type { Migration } from 'kysely/migration'

/** Who came to a workshop, and how they were checked in. */
export const attendance: Migration = {
  async up(db) {
    await db.schema
      .createTable('attendance')
      .addColumn('workshop_id', 'text', column => column.notNull().references('workshop.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('how', 'text', column => column.notNull())
      .addColumn('by', 'text', column => column.notNull())
      .addColumn('beyond', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('attendance_key', ['workshop_id', 'person_id'])
      .execute()
    await db.schema
      .createIndex('attendance_age')
      .on('attendance')
      .columns(['workshop_id', 'at', 'person_id'])
      .execute()
    await db.schema
      .createIndex('attendance_person')
      .on('attendance')
      .columns(['person_id', 'workshop_id'])
      .execute()
    // Whoever keeps a list looks for anybody by name: no column but these is read.
    await db.schema.createIndex('person_by_name').on('person').columns(['name', 'id', 'direction']).execute()
  },
}
