import type { Migration } from 'kysely/migration'

/** Since when a box takes no more ideas; and its list, the newest first. */
export const closedBoxes: Migration = {
  async up(db) {
    await db.schema.alterTable('idea_box').addColumn('closed_at', 'bigint').execute()
    await db.schema.createIndex('idea_box_newest').on('idea_box').columns(['created_at', 'id']).execute()
  },
}
