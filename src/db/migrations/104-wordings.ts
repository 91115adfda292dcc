import type { Migration } from 'kysely/migration'

/** Which partial language somebody chose beside `language`, to which it falls back; null for most. */
export const wordings: Migration = {
  async up(db) {
    await db.schema.alterTable('person').addColumn('wording', 'text').execute()
  },
}
