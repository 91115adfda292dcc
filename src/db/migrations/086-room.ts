import type { Migration } from 'kysely/migration'

/** What a workshop's screen shows, what is to be shown in which order, and running orders that are kept. */
export const room: Migration = {
  async up(db) {
    await db.schema
      .createTable('room')
      .addColumn('workshop_id', 'text', column => column.notNull().primaryKey().references('workshop.id'))
      .addColumn('version', 'integer', column => column.notNull())
      .addColumn('scene', 'text', column => column.notNull())
      .addColumn('words', 'text', column => column.notNull())
      .addColumn('minutes', 'integer')
      .addColumn('item_id', 'text')
      .addColumn('shown_at', 'bigint', column => column.notNull())
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('question', 'text', column => column.notNull())
      .addColumn('ballot_id', 'text', column => column.notNull())
      .addColumn('last_item', 'text', column => column.notNull())
      .addColumn('names', 'integer', column => column.notNull())
      .addColumn('frozen', 'integer', column => column.notNull())
      .addColumn('reviewed', 'integer', column => column.notNull())
      .addColumn('timer_ends', 'bigint')
      .addColumn('timer_total', 'bigint')
      .addColumn('timer_left', 'bigint')
      .addColumn('changed_at', 'bigint', column => column.notNull())
      .addColumn('moved_in', 'text', column => column.notNull())
      .addColumn('timing', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('running_order')
      .addColumn('workshop_id', 'text', column => column.notNull().primaryKey().references('workshop.id'))
      .addColumn('version', 'integer', column => column.notNull())
      .addColumn('items', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('running_order_model')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('name_key', 'text', column => column.notNull().unique())
      .addColumn('items', 'text', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createIndex('running_order_model_by_time')
      .on('running_order_model')
      .columns(['created_at', 'id'])
      .execute()
  },
}
