import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables/index.ts'

/** A next step that the group of an initiative promises: neither a Direction nor the Lab'. */
export const initiativeSteps: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .alterTable('next_step')
      .addColumn('for_initiative', 'integer', column => column.notNull().defaultTo(0))
      .execute()
  },
}
