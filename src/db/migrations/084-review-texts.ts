import type { Migration } from 'kysely/migration'

/** What organisers write for the published review, and the titles of initiatives that they re-read for it. Nobody’s name. */
export const reviewTexts: Migration = {
  async up(db) {
    await db.schema
      .createTable('review_text')
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('turn', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('review_text_key', ['kind', 'axis'])
      .execute()
    await db.schema
      .createTable('review_title')
      .addColumn('initiative_id', 'text', column => column.primaryKey())
      .addColumn('decision', 'text', column => column.notNull())
      .addColumn('words', 'text', column => column.notNull())
      .addColumn('mark', 'text', column => column.notNull())
      .addColumn('turn', 'integer', column => column.notNull())
      .execute()
  },
}
