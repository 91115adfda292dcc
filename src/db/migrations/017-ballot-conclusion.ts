import type { Migration } from 'kysely/migration'

/** When it was told what came of a ballot: once, whether it was closed by hand or by the clock. */
export const ballotConclusion: Migration = {
  async up(db) {
    await db.schema.alterTable('ballot').addColumn('concluded_at', 'bigint').execute()
  },
}
