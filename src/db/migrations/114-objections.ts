import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables/index.ts'

/** Authors who do not recognise what they said in a sentence that cites them: by day, never by hour. */
export const objections: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema.alterTable('synthesis_sentence').addColumn('origin', 'text').execute()
    await db.schema
      .createTable('synthesis_objection')
      .addColumn('sentence_id', 'text', column =>
        column.notNull().references('synthesis_sentence.id').onDelete('cascade'),
      )
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('wording', 'text', column => column.notNull())
      .addColumn('said_on', 'text', column => column.notNull())
      .addColumn('ended_on', 'text')
      .addPrimaryKeyConstraint('synthesis_objection_key', ['sentence_id', 'person_id'])
      .execute()
    await db.schema
      .createIndex('synthesis_objection_person')
      .on('synthesis_objection')
      .column('person_id')
      .execute()
    await db.schema
      .createIndex('synthesis_objection_ended')
      .on('synthesis_objection')
      .column('ended_on')
      .execute()
  },
}
