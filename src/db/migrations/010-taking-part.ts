import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who answers for which Direction, and since when each person has taken part: what was done before is counted. */
export const takingPart: Migration = {
  async up(db) {
    await db.schema
      .alterTable('person')
      .addColumn('leads', 'text', column => column.notNull().defaultTo('[]'))
      .execute()
    await db.schema.alterTable('person').addColumn('took_part_at', 'bigint').execute()
    await sql`update person set took_part_at = (
      select min(act.at) from (
        select person_id, answered_at as at from registration where answer = 'yes'
        union all select person_id, at from idea_support
        union all select person_id, voted_at as at from vote
        union all select person_id, created_at as at from commitment
      ) act where act.person_id = person.id)`.execute(db)
    // A pilot or manager named before answers for the Direction that was theirs.
    await sql`update person set leads = '["' || direction || '"]'
      where role in ('pilot', 'manager') and direction is not null`.execute(db)
    await db.schema.createIndex('person_chat').on('person').column('chat').execute()
    await db.schema
      .createIndex('person_taking_part')
      .on('person')
      .columns(['direction', 'took_part_at'])
      .execute()
  },
}
