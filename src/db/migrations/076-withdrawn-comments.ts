import type { Migration } from 'kysely/migration'

/** Comments that whoever wrote them took back: they stand where they were if that is undone. */
export const withdrawnComments: Migration = {
  async up(db) {
    await db.schema.alterTable('idea_comment').addColumn('withdrawn_at', 'bigint').execute()
  },
}
