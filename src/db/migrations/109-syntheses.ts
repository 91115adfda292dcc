import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables/index.ts'

/** Erased words leave what was written on them: sentences that they alone carried, and those that may quote them. */
const ERASED = `
  delete from synthesis_sentence
    where id in (select sentence_id from synthesis_citation where idea_id = new.id)
      and (text like '%«%' or text like '%“%' or text like '%"%'
        or not exists (select 1 from synthesis_citation other
          where other.sentence_id = synthesis_sentence.id and other.idea_id <> new.id));
  delete from synthesis_citation where idea_id = new.id;`
const WHEN = `old.text <> '' and new.text = ''`

const SQLITE = [
  `create trigger idea_erased_from_syntheses after update of text on idea when ${WHEN} begin ${ERASED} end`,
]
const POSTGRES = [
  `create function erase_from_syntheses() returns trigger language plpgsql as $$ begin ${ERASED} return null; end $$`,
  `create trigger idea_erased_from_syntheses after update of text on idea
    for each row when (${WHEN}) execute function erase_from_syntheses()`,
]

/** Sentences that each stand on ideas of an axis: being written, and published. */
export const syntheses: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('synthesis')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('axis', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('changed_at', 'bigint', column => column.notNull())
      .addColumn('published_at', 'bigint')
      .addColumn('published_by', 'text')
      .addColumn('ideas', 'integer')
      .addColumn('sample_read', 'integer')
      .addColumn('sample_right', 'integer')
      .addColumn('sample_whole', 'integer')
      .addUniqueConstraint('synthesis_of_axis', ['axis', 'state'])
      .execute()
    await db.schema.createIndex('synthesis_publisher').on('synthesis').column('published_by').execute()
    await db.schema
      .createTable('synthesis_sentence')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('synthesis_id', 'text', column => column.notNull().references('synthesis.id'))
      .addColumn('theme_id', 'text')
      .addColumn('position', 'integer', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('model', 'text')
      .addColumn('proposal', 'text')
      .addColumn('cited', 'integer', column => column.notNull())
      .addColumn('decision', 'text', column => column.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .execute()
    await db.schema
      .createIndex('synthesis_sentence_order')
      .on('synthesis_sentence')
      .columns(['synthesis_id', 'position', 'id'])
      .execute()
    await db.schema
      .createIndex('synthesis_sentence_person')
      .on('synthesis_sentence')
      .column('decided_by')
      .execute()
    await db.schema
      .createTable('synthesis_citation')
      .addColumn('sentence_id', 'text', column =>
        column.notNull().references('synthesis_sentence.id').onDelete('cascade'),
      )
      .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('position', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('synthesis_citation_key', ['sentence_id', 'idea_id'])
      .execute()
    await db.schema
      .createIndex('synthesis_citation_idea')
      .on('synthesis_citation')
      .column('idea_id')
      .execute()
    const postgres = db.getExecutor().adapter instanceof PostgresAdapter
    for (const statement of postgres ? POSTGRES : SQLITE) await sql.raw(statement).execute(db)
  },
}
