import type { Migration } from 'kysely/migration'

/** The board on which ideas of an axis are put under themes, and the runs that do so by words. */
export const themes: Migration = {
  async up(db) {
    await db.schema
      .createTable('theme')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('title', 'text', column => column.notNull())
      .addColumn('words', 'text', column => column.notNull())
      .addColumn('made_at', 'bigint', column => column.notNull())
      .addColumn('removed_at', 'bigint')
      .execute()
    await db.schema.createIndex('theme_of_axis').on('theme').columns(['axis', 'made_at', 'id']).execute()
    await db.schema
      .createTable('idea_theme')
      .addColumn('idea_id', 'text', column => column.notNull().primaryKey().references('idea.id'))
      .addColumn('theme_id', 'text')
      .addColumn('placed', 'text', column => column.notNull())
      .addColumn('stance', 'text')
      .addColumn('idea_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createIndex('idea_theme_age')
      .on('idea_theme')
      .columns(['theme_id', 'idea_at', 'idea_id'])
      .execute()
    await db.schema
      .createTable('theme_run')
      .addColumn('axis', 'text', column => column.notNull().primaryKey())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('after_at', 'bigint', column => column.notNull())
      .addColumn('after_id', 'text', column => column.notNull())
      .addColumn('ideas', 'integer', column => column.notNull())
      .addColumn('changed_at', 'bigint', column => column.notNull())
      .execute()
  },
}
