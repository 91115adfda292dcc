import type { Migration } from 'kysely/migration'

/** What each night erased, by kind, and what finds it. */
export const retention: Migration = {
  async up(db) {
    await db.schema
      .createTable('erasure')
      .addColumn('day', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('count', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('erasure_key', ['day', 'kind'])
      .execute()
    await db.schema.createIndex('message_age').on('message').column('created_at').execute()
    await db.schema.createIndex('post_age').on('post').column('posted_at').execute()
    await db.schema.createIndex('commitment_age').on('commitment').column('created_at').execute()
    await db.schema.createIndex('workshop_end').on('workshop').column('ends_at').execute()
  },
}
