import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which message tells what one touched that moved: several in one. */
export const returns: Migration = {
  async up(db) {
    await db.schema.alterTable('message').addColumn('told_in', 'text').execute()
    await db.schema
      .createIndex('message_told_in')
      .on('message')
      .columns(['told_in', 'created_at', 'id'])
      .where(sql.ref('told_in'), 'is not', sql.lit(null))
      .execute()
  },
}
