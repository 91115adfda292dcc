import type { Migration } from 'kysely/migration'

/** Whether somebody is a member of their tenant or a guest in it: of those known before, asked when they next come. */
export const accounts: Migration = {
  async up(db) {
    await db.schema.alterTable('person').addColumn('account', 'text').execute()
  },
}
