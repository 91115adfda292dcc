import type { Migration } from 'kysely/migration'

export const messages: Migration = {
  async up(db) {
    await db.schema
      .createTable('message')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('topic', 'text', column => column.notNull())
      .addColumn('reason', 'text', column => column.notNull())
      .addColumn('subject', 'text', column => column.notNull())
      .addColumn('teller', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('round', 'integer', column => column.notNull())
      .addColumn('turn', 'integer', column => column.notNull())
      .addColumn('not_before', 'bigint', column => column.notNull())
      .addColumn('not_after', 'bigint')
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addUniqueConstraint('message_reason', ['person_id', 'reason'])
      .execute()
    await db.schema
      .createIndex('message_state')
      .on('message')
      .columns(['person_id', 'state', 'created_at'])
      .execute()
    await db.schema
      .createTable('message_slot')
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('week', 'text', column => column.notNull())
      .addColumn('number', 'integer', column => column.notNull())
      .addColumn('message_id', 'text', column => column.notNull())
      .addColumn('round', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('message_slot_key', ['person_id', 'week', 'number'])
      .addUniqueConstraint('message_slot_round', ['message_id', 'round'])
      .execute()
    await db.schema
      .createTable('message_preference')
      .addColumn('person_id', 'text', column => column.notNull().primaryKey())
      .addColumn('per_week', 'integer')
      .addColumn('paused_until', 'text')
      .execute()
    await db.schema
      .createTable('message_stop')
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('topic', 'text', column => column.notNull())
      .addColumn('stopped_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('message_stop_key', ['person_id', 'topic'])
      .execute()
  },
}
