import type { Migration } from 'kysely/migration'

export const channels: Migration = {
  async up(db) {
    await db.schema
      .createTable('team')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('welcomed_at', 'bigint')
      .addColumn('removed_at', 'bigint')
      .execute()
    await db.schema
      .createTable('channel')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      // No foreign key: Teams may tell of a channel before it tells of the team.
      .addColumn('team_id', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('address', 'text', column => column.notNull())
      .addColumn('removed_at', 'bigint')
      .execute()
    await db.schema.createIndex('channel_team').on('channel').columns(['team_id', 'name']).execute()
  },
}
