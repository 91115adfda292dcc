import type { Migration } from 'kysely/migration'

export const workshops: Migration = {
  async up(db) {
    await db.schema
      .createTable('workshop')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('title', 'text', column => column.notNull())
      .addColumn('description', 'text', column => column.notNull())
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('starts_at', 'bigint', column => column.notNull())
      .addColumn('ends_at', 'bigint', column => column.notNull())
      .addColumn('place', 'text', column => column.notNull())
      .addColumn('link', 'text', column => column.notNull())
      .addColumn('capacity', 'integer', column => column.notNull())
      .addColumn('channel_id', 'text', column => column.notNull())
      .addColumn('organiser', 'text', column => column.notNull())
      .addColumn('seats_taken', 'integer', column => column.notNull())
      .addColumn('directions', 'integer', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema.createIndex('workshop_start').on('workshop').columns(['starts_at', 'id']).execute()
    await db.schema.createIndex('workshop_organiser').on('workshop').column('organiser').execute()
    await db.schema
      .createTable('registration')
      .addColumn('workshop_id', 'text', column => column.notNull().references('workshop.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('direction', 'text')
      .addColumn('answer', 'text', column => column.notNull())
      .addColumn('answered_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('registration_key', ['workshop_id', 'person_id'])
      .execute()
    await db.schema
      .createIndex('registration_person')
      .on('registration')
      .columns(['person_id', 'answered_at'])
      .execute()
  },
}
