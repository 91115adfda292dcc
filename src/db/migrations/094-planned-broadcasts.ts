import type { Migration } from 'kysely/migration'

/** The hour at which a broadcast starts by itself, and why it does not. */
export const plannedBroadcasts: Migration = {
  async up(db) {
    await db.schema.alterTable('broadcast').addColumn('planned_for', 'bigint').execute()
    await db.schema.alterTable('broadcast').addColumn('unplanned', 'text').execute()
  },
}
