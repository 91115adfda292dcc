import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const THINGS = [
  ['workshop', 'workshop'],
  ['ballot', 'ballot'],
  ['box', 'idea_box'],
] as const

/**
 * Each fact about a team or a channel with the time of the event that told it: events come late, and more than once.
 */
async function addTold(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  for (const column of columns) {
    await db.schema
      .alterTable(table)
      .addColumn(column, column.endsWith('_at') ? 'bigint' : 'integer', added => added.notNull().defaultTo(0))
      .execute()
  }
}

/** From one channel in a column to rows, and from one post of each thing to one in each channel. */
async function moveToRows(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announced')
    .addColumn('thing', 'text', column => column.notNull())
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('channel_id', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('announced_key', ['thing', 'id', 'channel_id'])
    .execute()
  for (const [thing, table] of THINGS) {
    const name = sql.table(table)
    await sql`insert into announced (thing, id, channel_id)
      select ${sql.lit(thing)}, id, channel_id from ${name}`.execute(db)
    const key = sql`${sql.lit(`${thing}:`)} || ${name}.id`
    await sql`update post set key = key || ':' || (select channel_id from ${name} where ${key} = post.key)
      where exists (select 1 from ${name} where ${key} = post.key)`.execute(db)
    await db.schema.alterTable(table).dropColumn('channel_id').execute()
  }
}

export const boundChannels: Migration = {
  async up(db) {
    await addTold(db, 'team', ['name_at', 'archived', 'archived_at', 'deleted', 'deleted_at'])
    await addTold(db, 'channel', ['name_at', 'deleted', 'deleted_at'])
    await sql`update channel set deleted = 1 where removed_at is not null`.execute(db)
    await db.schema.alterTable('channel').dropColumn('removed_at').execute()
    for (const table of ['team', 'channel']) {
      await db.schema.alterTable(table).addColumn('direction', 'text').execute()
      await db.schema.createIndex(`${table}_direction`).on(table).column('direction').execute()
    }
    await db.schema.createIndex('team_order').on('team').columns(['deleted', 'name', 'id']).execute()
    await moveToRows(db)
  },
}
