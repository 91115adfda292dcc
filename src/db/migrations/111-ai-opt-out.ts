import type { Migration } from 'kysely/migration'

/** Who chose that no text of theirs goes to a language model. */
export const aiOptOut: Migration = {
  async up(db) {
    await db.schema
      .alterTable('person')
      .addColumn('ai_opt_out', 'integer', column => column.notNull().defaultTo(0))
      .execute()
  },
}
