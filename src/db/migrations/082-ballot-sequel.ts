import type { Migration } from 'kysely/migration'

/**
 * What follows a ballot's result: whether that is still to be said and by which day, or that nothing does, why, and since when.
 * Null for those that closed before: they promised nothing. The index reads what is to be said, the earliest first.
 */
export const ballotSequel: Migration = {
  async up(db) {
    for (const column of ['sequel', 'sequel_due', 'sequel_word'])
      await db.schema.alterTable('ballot').addColumn(column, 'text').execute()
    await db.schema.alterTable('ballot').addColumn('sequel_none_at', 'bigint').execute()
    await db.schema
      .createIndex('ballot_sequel')
      .on('ballot')
      .columns(['sequel', 'sequel_due', 'id'])
      .execute()
  },
}
