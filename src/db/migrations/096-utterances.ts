import type { Migration } from 'kysely/migration'

/** Sentences typed in a personal chat, for a day; and how many ideas of each axis hold a stem, by which an axis is guessed. */
export const utterances: Migration = {
  async up(db) {
    await db.schema
      .createTable('utterance')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('axis', 'text')
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addColumn('expires_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createIndex('utterance_by_person')
      .on('utterance')
      .columns(['person_id', 'created_at', 'id'])
      .execute()
    await db.schema.createIndex('utterance_by_expiry').on('utterance').columns(['expires_at']).execute()
    await db.schema
      .createTable('axis_stem')
      .addColumn('stem', 'text', column => column.notNull())
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('ideas', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('axis_stem_key', ['stem', 'axis'])
      .execute()
  },
}
