import type { Migration } from 'kysely/migration'

/** Decisions on ideas and answers to them that can still be taken back: nobody is told of them, and no idea shows them. */
export const pendingDecisions: Migration = {
  async up(db) {
    await db.schema
      .createTable('idea_decision')
      .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('step', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('role', 'text', column => column.notNull())
      .addColumn('due_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('idea_decision_key', ['idea_id', 'at'])
      .execute()
    await db.schema.createIndex('idea_decision_person').on('idea_decision').column('person_id').execute()
  },
}
