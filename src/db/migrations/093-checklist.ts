import type { Migration } from 'kysely/migration'

/** What organisers say was done of a workshop outside the application. */
export const checklist: Migration = {
  async up(db) {
    await db.schema
      .createTable('checklist_mark')
      .addColumn('workshop_id', 'text', column => column.notNull())
      .addColumn('step', 'text', column => column.notNull())
      .addColumn('marked_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('checklist_mark_key', ['workshop_id', 'step'])
      .execute()
  },
}
