import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** One sender at a time, and what became of each post. */
export const sending: Migration = {
  async up(db) {
    await db.schema
      .createTable('lease')
      .addColumn('name', 'text', column => column.notNull().primaryKey())
      .addColumn('epoch', 'bigint', column => column.notNull())
      .addColumn('beat', 'bigint', column => column.notNull())
      .addColumn('held', 'integer', column => column.notNull())
      .execute()
    await sql`insert into lease (name, epoch, beat, held) values ('delivery', 0, 0, 0)`.execute(db)
    const post = () => db.schema.alterTable('post')
    await post()
      .addColumn('state', 'text', column => column.notNull().defaultTo('sent'))
      .execute()
    await post().addColumn('why', 'text').execute()
    await sql`create index post_sending on post (key) where state = 'sending'`.execute(db)
    // What is in hand comes back by who sends, no longer by the clock.
    await sql`drop index fact_waiting`.execute(db)
    await sql`create index fact_ready on fact (due_at, created_at, id) where state = 'ready'`.execute(db)
    await sql`create index fact_taken on fact (id) where state = 'taken'`.execute(db)
  },
}
