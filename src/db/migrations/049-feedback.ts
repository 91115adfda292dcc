import type { Migration } from 'kysely/migration'

/** What people say of a workshop once it is over, apart from who they are. */
export const feedback: Migration = {
  async up(db) {
    await db.schema
      .createTable('feedback_round')
      .addColumn('workshop_id', 'text', column => column.primaryKey())
      .addColumn('closes_at', 'bigint', column => column.notNull())
      .addColumn('closed', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('feedback_roll')
      .addColumn('workshop_id', 'text', column => column.notNull().references('feedback_round.workshop_id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('feedback_roll_key', ['workshop_id', 'person_id'])
      .execute()
    await db.schema
      .createTable('feedback_answer')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('workshop_id', 'text', column => column.notNull().references('feedback_round.workshop_id'))
      .addColumn('rating', 'integer', column => column.notNull())
      .addColumn('sentence', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createIndex('feedback_answer_of')
      .on('feedback_answer')
      .columns(['workshop_id', 'id'])
      .execute()
  },
}
