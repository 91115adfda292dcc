import type { Migration } from 'kysely/migration'

export const ideas: Migration = {
  async up(db) {
    await db.schema
      .createTable('idea_box')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('question', 'text', column => column.notNull())
      .addColumn('channel_id', 'text', column => column.notNull())
      .addColumn('organiser', 'text', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('idea')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('author', 'text', column => column.notNull())
      .addColumn('direction', 'text')
      .addColumn('axis', 'text')
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('box_id', 'text', column => column.references('idea_box.id'))
      .addColumn('channel_id', 'text')
      .addColumn('address', 'text')
      .addColumn('supports', 'integer', column => column.notNull())
      .addColumn('directions', 'integer', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema.createIndex('idea_age').on('idea').columns(['created_at', 'id']).execute()
    await db.schema.createIndex('idea_author').on('idea').columns(['author', 'created_at']).execute()
    await db.schema.createIndex('idea_axis').on('idea').columns(['axis', 'created_at']).execute()
    await db.schema.createIndex('idea_support_order').on('idea').columns(['supports', 'id']).execute()
    await db.schema.createIndex('idea_in_box').on('idea').columns(['box_id', 'created_at']).execute()
    await db.schema
      .createTable('idea_support')
      .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('direction', 'text')
      .addColumn('at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('idea_support_key', ['idea_id', 'person_id'])
      .execute()
    await db.schema.createIndex('idea_support_person').on('idea_support').column('person_id').execute()
  },
}
