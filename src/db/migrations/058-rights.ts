import type { Migration } from 'kysely/migration'

/** Somebody's data can be told and erased: who votes again is known while a ballot runs, and what is theirs is found. */
export const rights: Migration = {
  async up(db) {
    await db.schema
      .createTable('vote_mark')
      .addColumn('ballot_id', 'text', column => column.notNull().references('ballot.id'))
      .addColumn('mark', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('vote_mark_key', ['ballot_id', 'mark'])
      .execute()
    await db.schema.createIndex('event_person').on('event').column('person_id').execute()
    await db.schema.createIndex('idea_comment_author').on('idea_comment').column('author').execute()
    await db.schema.createIndex('vote_choice_person').on('vote_choice').column('person_id').execute()
  },
}
