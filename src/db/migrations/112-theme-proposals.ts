import type { Migration } from 'kysely/migration'

/** Themes that a language model has proposed for an axis, until somebody signs them or others are proposed. */
export const themeProposals: Migration = {
  async up(db) {
    await db.schema
      .createTable('theme_proposal')
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('place', 'integer', column => column.notNull())
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('title', 'text', column => column.notNull())
      .addColumn('words', 'text', column => column.notNull())
      .addColumn('ideas', 'text', column => column.notNull())
      .addColumn('made_at', 'bigint', column => column.notNull())
      .addColumn('discarded_at', 'bigint')
      .addPrimaryKeyConstraint('theme_proposal_key', ['axis', 'place'])
      .execute()
  },
}
