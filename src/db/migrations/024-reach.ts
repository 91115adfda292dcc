import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const CHUNK = 500

/** Of whom the people file names a Direction, it is known by an index, not only within what the file says. */
async function placeExpected(
  db: Kysely<{ expected_person: { email: string; direction: string; listed: string } }>,
) {
  const rows = await db.selectFrom('expected_person').select(['email', 'listed']).execute()
  const byDirection = new Map<string, string[]>()
  for (const { email, listed } of rows) {
    const { direction } = JSON.parse(listed) as { direction?: string }
    if (direction === undefined) continue
    const emails = byDirection.get(direction) ?? []
    emails.push(email)
    byDirection.set(direction, emails)
  }
  for (const [direction, emails] of byDirection)
    for (let from = 0; from < emails.length; from += CHUNK)
      await db
        .updateTable('expected_person')
        .set({ direction })
        .where('email', 'in', emails.slice(from, from + CHUNK))
        .execute()
}

/** Whether the bot can write to each person, since when and how that is known; why a message could not go. */
export const reach: Migration = {
  async up(db) {
    const person = () => db.schema.alterTable('person')
    await person()
      .addColumn('reach', 'text', column => column.notNull().defaultTo('not-installed'))
      .execute()
    await person()
      .addColumn('reach_since', 'bigint', column => column.notNull().defaultTo(0))
      .execute()
    await person()
      .addColumn('reach_how', 'text', column => column.notNull().defaultTo('met'))
      .execute()
    await person()
      .addColumn('reach_last', 'text', column => column.notNull().defaultTo('{}'))
      .execute()
    await sql`update person set reach_since = created_at`.execute(db)
    // A chat is known: by the install when the person was welcomed, else by what they wrote there.
    await sql`update person set reach = 'installed', reach_how = 'install', reach_since = welcomed_at,
      reach_last = '{"install":' || welcomed_at || '}' where chat is not null and welcomed_at is not null`.execute(
      db,
    )
    await sql`update person set reach = 'conversation', reach_how = 'message',
      reach_last = '{"message":' || created_at || '}' where chat is not null and welcomed_at is null`.execute(
      db,
    )
    await db.schema.createIndex('person_reach').on('person').columns(['reach', 'direction']).execute()
    const expected = () => db.schema.alterTable('expected_person')
    await expected().addColumn('direction', 'text').execute()
    await expected().addColumn('since', 'bigint').execute()
    await placeExpected(db)
    await db.schema
      .createIndex('expected_person_direction')
      .on('expected_person')
      .column('direction')
      .execute()
    await db.schema.alterTable('message').addColumn('why', 'text').execute()
  },
}
