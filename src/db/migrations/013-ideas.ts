import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { wordsOf } from '../../search/words.ts'
import type { Tables } from '../tables/index.ts'

const PAGE = 500

async function addAnswers(db: Kysely<unknown>): Promise<void> {
  const idea = () => db.schema.alterTable('idea')
  // One column a statement: SQLite adds no more.
  await idea().addColumn('answer', 'text').execute()
  await idea().addColumn('answered_by', 'text').execute()
  await idea().addColumn('answered_as', 'text').execute()
  await idea().addColumn('answered_at', 'bigint').execute()
  await idea()
    .addColumn('comments', 'integer', column => column.notNull().defaultTo(0))
    .execute()
  // By axis nothing was ever read; what waits, and what is counted once a day, are.
  await db.schema.dropIndex('idea_axis').execute()
  await db.schema
    .createIndex('idea_waiting')
    .on('idea')
    .columns(['state', 'direction', 'created_at', 'id'])
    .execute()
  await db.schema.createIndex('idea_count').on('idea').columns(['state', 'direction', 'axis']).execute()
}

async function addComments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('idea_comment')
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
    .addColumn('author', 'text', column => column.notNull())
    .addColumn('text', 'text', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema
    .createIndex('idea_comment_age')
    .on('idea_comment')
    .columns(['idea_id', 'created_at', 'id'])
    .execute()
}

async function addWords(db: Kysely<unknown>): Promise<void> {
  // A beginning is looked for as a range of bytes: SQLite orders text so, PostgreSQL when it is told to.
  const bytes = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('idea_word')
    .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
    .addColumn('word', bytes, column => column.notNull())
    .addPrimaryKeyConstraint('idea_word_key', ['idea_id', 'word'])
    .execute()
  await db.schema.createIndex('idea_word_found').on('idea_word').columns(['word', 'idea_id']).execute()
}

async function fillWords(db: Kysely<Tables>): Promise<void> {
  let after = ''
  for (;;) {
    const page = db.selectFrom('idea').select(['id', 'text']).orderBy('id').limit(PAGE)
    const ideas = await page.where('id', '>', after).execute()
    for (const { id, text } of ideas) {
      const rows = wordsOf(text).map(word => ({ idea_id: id, word }))
      if (rows.length > 0) await db.insertInto('idea_word').values(rows).execute()
    }
    after = ideas.at(-1)?.id ?? ''
    if (ideas.length < PAGE) return
  }
}

/** Answers, comments, and the words by which an idea is found. */
export const answeredIdeas: Migration = {
  async up(db) {
    await addAnswers(db)
    await addComments(db)
    await addWords(db)
    await fillWords(db)
  },
}
