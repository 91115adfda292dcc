import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The end of a programme: one row while it is closed, and indexes of what is counted as still open. */
export const closeout: Migration = {
  async up(db) {
    await db.schema
      .createTable('programme_closing')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('closed_at', 'bigint', column => column.notNull())
      .addColumn('left_open', 'integer', column => column.notNull())
      .execute()
    await sql`create index next_step_open on next_step (state, due)
      where state in ('proposed', 'promised')`.execute(db)
    await sql`create index broadcast_open on broadcast (state, id)
      where state in ('draft', 'running', 'paused')`.execute(db)
  },
}
