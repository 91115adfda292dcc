import type { Migration } from 'kysely/migration'

export const broadcasts: Migration = {
  async up(db) {
    await db.schema.alterTable('message').addColumn('batch', 'text').execute()
    await db.schema.createIndex('message_batch').on('message').columns(['batch', 'state', 'id']).execute()
    await db.schema
      .createTable('broadcast')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('author', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('thing', 'text')
      .addColumn('thing_id', 'text')
      .addColumn('audience', 'text', column => column.notNull())
      .addColumn('version', 'integer', column => column.notNull())
      .addColumn('rehearsed', 'integer')
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('people', 'integer', column => column.notNull())
      .addColumn('spread', 'text')
      .addColumn('again', 'integer', column => column.notNull())
      .addColumn('again_after', 'text')
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addColumn('changed_at', 'bigint', column => column.notNull())
      .addColumn('started_at', 'bigint')
      .addColumn('not_after', 'bigint')
      .execute()
    await db.schema.createIndex('broadcast_age').on('broadcast').columns(['created_at', 'id']).execute()
    await db.schema
      .createTable('broadcast_channel')
      .addColumn('broadcast_id', 'text', column => column.notNull())
      .addColumn('channel_id', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('round', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('broadcast_channel_key', ['broadcast_id', 'channel_id'])
      .execute()
  },
}
