import type { Migration } from 'kysely/migration'

export const figures: Migration = {
  async up(db) {
    await db.schema
      .createTable('figure_week')
      .addColumn('week', 'text', column => column.notNull().primaryKey())
      .addColumn('day', 'text', column => column.notNull())
      .addColumn('taken_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('figure')
      .addColumn('week', 'text', column => column.notNull().references('figure_week.week'))
      .addColumn('measure', 'text', column => column.notNull())
      .addColumn('direction', 'text', column => column.notNull())
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('value', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('figure_key', ['week', 'measure', 'direction', 'axis', 'state'])
      .execute()
  },
}
