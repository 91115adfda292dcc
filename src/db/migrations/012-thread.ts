import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Ideas that stand already begin their thread as they would have: with their receipt. */
export const thread: Migration = {
  async up(db) {
    await db.schema
      .createTable('event')
      .addColumn('thing', 'text', column => column.notNull())
      .addColumn('thing_id', 'text', column => column.notNull())
      .addColumn('number', 'integer', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('person_id', 'text')
      .addColumn('detail', 'text')
      .addPrimaryKeyConstraint('event_key', ['thing', 'thing_id', 'number'])
      .execute()
    await sql`insert into event (thing, thing_id, number, kind, at, person_id)
      select 'idea', id, 1, 'received', created_at, author from idea`.execute(db)
  },
}
