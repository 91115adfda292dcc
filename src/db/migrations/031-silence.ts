import type { Migration } from 'kysely/migration'

/** How each message was taken, topics that fell silent for want of an answer, and the days somebody wants off. */
export const silence: Migration = {
  async up(db) {
    for (const column of ['sent_at', 'answered_at', 'acted_at'])
      await db.schema.alterTable('message').addColumn(column, 'bigint').execute()
    // When each went out was not kept: the first moment at which it could is the nearest to it.
    await db
      .updateTable('message')
      .set(eb => ({ sent_at: eb.ref('not_before') }))
      .where('state', 'in', ['sent', 'unknown'])
      .execute()
    await db.schema
      .createIndex('message_topic')
      .on('message')
      .columns(['person_id', 'topic', 'sent_at'])
      .execute()
    await db.schema
      .createIndex('message_effect')
      .on('message')
      .columns(['topic', 'sent_at', 'acted_at', 'person_id'])
      .execute()
    await db.schema
      .createTable('message_quiet')
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('topic', 'text', column => column.notNull())
      .addColumn('since', 'bigint', column => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addPrimaryKeyConstraint('message_quiet_key', ['person_id', 'topic'])
      .execute()
    await db.schema
      .createIndex('message_quiet_topic')
      .on('message_quiet')
      .columns(['topic', 'since'])
      .execute()
    await db.schema.alterTable('message_preference').addColumn('days_off', 'text').execute()
  },
}
