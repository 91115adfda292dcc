import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const delivery: Migration = {
  async up(db) {
    await db.schema
      .createTable('fact')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('payload', 'text', column => column.notNull())
      .addColumn('merge_key', 'text')
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('due_at', 'bigint', column => column.notNull())
      .addColumn('attempts', 'integer', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    // Small whatever the age of the programme: facts that are done are in neither of the first two.
    await sql`create index fact_waiting on fact (due_at, created_at, id) where state in ('ready', 'taken')`.execute(
      db,
    )
    await sql`create unique index fact_merge on fact (merge_key) where state = 'ready'`.execute(db)
    await sql`create index fact_done on fact (due_at) where state = 'done'`.execute(db)
    await db.schema
      .createTable('post')
      .addColumn('key', 'text', column => column.notNull().primaryKey())
      .addColumn('address', 'text', column => column.notNull())
      .addColumn('message_id', 'text', column => column.notNull())
      .addColumn('posted_at', 'bigint', column => column.notNull())
      .addColumn('edited_at', 'bigint', column => column.notNull())
      .addColumn('edits', 'integer', column => column.notNull())
      .addColumn('burst_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('seen')
      .addColumn('key', 'text', column => column.notNull().primaryKey())
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('expires_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema.createIndex('seen_expiry').on('seen').column('expires_at').execute()
  },
}
