import type { Migration } from 'kysely/migration'

/** Ideas that show no name and are to go, each at a moment of its own: nothing here says whose, or which came together. */
export const ideaLeaving: Migration = {
  async up(db) {
    await db.schema
      .createTable('idea_leaving')
      .addColumn('idea_id', 'text', column => column.notNull().primaryKey().references('idea.id'))
      .addColumn('due_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema.createIndex('idea_leaving_due').on('idea_leaving').column('due_at').execute()
  },
}
