import type { Migration } from 'kysely/migration'

/** What an organiser re-read of a decided trial, for whoever is outside: the method file, the published review, open data. */
export const trialLessons: Migration = {
  async up(db) {
    await db.schema
      .createTable('trial_lesson')
      .addColumn('trial_id', 'text', column =>
        column.notNull().primaryKey().references('trial.id').onDelete('cascade'),
      )
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('turn', 'integer', column => column.notNull())
      .execute()
  },
}
