import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables/index.ts'

async function addColumns(db: Kysely<Tables>): Promise<void> {
  for (const column of ['workshop_id', 'room'])
    await db.schema.alterTable('ballot').addColumn(column, 'text').execute()
}

/** Of ballots that asked the people of a workshop, or of one of its tables. */
async function fill(db: Kysely<Tables>): Promise<void> {
  const rows = await db
    .selectFrom('ballot')
    .select(['id', 'audience'])
    .where('audience', 'like', '%"kind":"workshop"%')
    .execute()
  for (const { id, audience } of rows) {
    const { workshop, table } = JSON.parse(audience) as { workshop: string; table?: string }
    const asked = { workshop_id: workshop, room: table ?? null }
    await db.updateTable('ballot').set(asked).where('id', '=', id).execute()
  }
}

/**
 * The workshop whose people a ballot asks, and which of them: those of a table by its number or name, or '' for everybody who
 * is there. Both stand in its audience too, by which no list can be read. The other index finds where somebody sits.
 */
export const roomVotes: Migration = {
  async up(db: Kysely<Tables>) {
    await addColumns(db)
    await fill(db)
    await db.schema
      .createIndex('ballot_workshop')
      .on('ballot')
      .columns(['workshop_id', 'closes_at', 'id'])
      .execute()
    await db.schema
      .createIndex('table_place_person')
      .on('table_place')
      .columns(['person_id', 'workshop_id'])
      .execute()
  },
}
