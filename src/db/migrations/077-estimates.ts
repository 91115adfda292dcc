import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Where somebody was when they first took part: there they count, wherever they go. And estimates take the place of what was
 * at least so many: the two are not to be read on one line, so what is kept of past weeks goes.
 */
export const estimates: Migration = {
  async up(db) {
    await db.schema.alterTable('person').addColumn('took_part_in', 'text').execute()
    await sql`update person set took_part_in = direction where took_part_at is not null`.execute(db)
    await db.schema
      .createIndex('person_took_part')
      .on('person')
      .columns(['took_part_at', 'took_part_in', 'direction'])
      .execute()
    for (const table of ['figure', 'figure_week', 'topic_effect'])
      await sql`delete from ${sql.table(table)}`.execute(db)
  },
}
