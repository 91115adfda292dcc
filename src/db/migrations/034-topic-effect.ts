import type { Migration } from 'kysely/migration'

/** What messages of each topic led to, counted once a day and rounded before it is written. */
export const topicEffect: Migration = {
  async up(db) {
    await db.schema
      .createTable('topic_effect')
      .addColumn('day', 'text', column => column.notNull())
      .addColumn('topic', 'text', column => column.notNull())
      .addColumn('sent', 'integer', column => column.notNull())
      .addColumn('acted', 'integer', column => column.notNull())
      .addColumn('quiet', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('topic_effect_key', ['day', 'topic'])
      .execute()
  },
}
