import type { Migration } from 'kysely/migration'

export const commitments: Migration = {
  async up(db) {
    await db.schema
      .createTable('commitment')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('direction', 'text')
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('horizon', 'text', column => column.notNull())
      .addColumn('visibility', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('idea_id', 'text')
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addColumn('ended_at', 'bigint')
      .execute()
    await db.schema
      .createIndex('commitment_person')
      .on('commitment')
      .columns(['person_id', 'created_at'])
      .execute()
    await db.schema.createIndex('commitment_axis').on('commitment').columns(['axis', 'visibility']).execute()
    await db.schema
      .createIndex('commitment_direction')
      .on('commitment')
      .columns(['direction', 'visibility'])
      .execute()
  },
}
