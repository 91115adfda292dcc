import type { Migration } from 'kysely/migration'

/** Kept commitments that their owners tell to their Direction, one each: for its pilot, who may publish the words. */
export const commitmentStories: Migration = {
  async up(db) {
    await db.schema
      .createTable('commitment_story')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('commitment_id', 'text', column => column.unique().references('commitment.id'))
      .addColumn('person_id', 'text')
      .addColumn('direction', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('named', 'integer', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('turn', 'integer', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addColumn('published_at', 'bigint')
      .addColumn('changed_at', 'bigint', column => column.notNull())
      .execute()
    const indices = {
      commitment_story_ready: ['direction', 'state', 'created_at', 'id'],
      commitment_story_person: ['person_id'],
      commitment_story_age: ['created_at'],
      commitment_story_changed: ['changed_at'],
    }
    for (const [name, columns] of Object.entries(indices))
      await db.schema.createIndex(name).on('commitment_story').columns(columns).execute()
  },
}
