import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What became of each announcement in each channel, and in which channels Teams takes nothing. */
export const announced: Migration = {
  async up(db) {
    const announcement = () => db.schema.alterTable('announced')
    // Until now nothing was told of one: those that stand are taken to.
    await announcement()
      .addColumn('state', 'text', column => column.notNull().defaultTo('sent'))
      .execute()
    await announcement().addColumn('why', 'text').execute()
    await announcement()
      .addColumn('at', 'bigint', column => column.notNull().defaultTo(0))
      .execute()
    const channel = () => db.schema.alterTable('channel')
    await channel().addColumn('refused_at', 'bigint').execute()
    await channel().addColumn('refused_why', 'text').execute()
    await channel()
      .addColumn('heard_at', 'bigint', column => column.notNull().defaultTo(0))
      .execute()
    await sql`create index announced_unsettled on announced (at, thing, id, channel_id)
      where state in ('refused', 'unknown', 'dead')`.execute(db)
    await sql`create index announced_waiting on announced (channel_id) where state = 'waiting'`.execute(db)
  },
}
