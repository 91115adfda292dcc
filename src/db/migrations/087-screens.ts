import type { Migration } from 'kysely/migration'

/**
 * Screens of a room: the codes that stand open for two minutes, and the keys that were made of them, until midnight.
 * Code, secret and key are kept as hashes.
 */
export const screens: Migration = {
  async up(db) {
    await db.schema
      .createTable('screen_pairing')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('code_hash', 'text', column => column.notNull().unique())
      .addColumn('secret_hash', 'text', column => column.notNull())
      .addColumn('open_until', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('screen')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('workshop_id', 'text', column => column.notNull())
      .addColumn('paired_by', 'text', column => column.notNull())
      .addColumn('paired_at', 'bigint', column => column.notNull())
      .addColumn('expires_at', 'bigint', column => column.notNull())
      .addColumn('key_hash', 'text', column => column.unique())
      .execute()
    const index = (name: string, table: string, column: string) =>
      db.schema.createIndex(name).on(table).column(column).execute()
    await index('screen_pairing_open_until', 'screen_pairing', 'open_until')
    await index('screen_workshop', 'screen', 'workshop_id')
    await index('screen_expires_at', 'screen', 'expires_at')
  },
}
