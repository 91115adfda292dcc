import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

async function addSheets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('initiative')
    .addColumn('idea_id', 'text', column => column.notNull().primaryKey().references('idea.id'))
    .addColumn('owner', 'text')
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('problem', 'text', column => column.notNull())
    .addColumn('story', 'text', column => column.notNull())
    .addColumn('inspiring', 'text', column => column.notNull())
    .addColumn('outcome', 'text', column => column.notNull())
    .addColumn('phase', 'text', column => column.notNull())
    .addColumn('resources', 'text', column => column.notNull())
    .addColumn('members', 'integer', column => column.notNull())
    .addColumn('told_until', 'bigint', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema.createIndex('initiative_age').on('initiative').columns(['created_at', 'idea_id']).execute()
  // By support, a gallery is read in the order of its ideas: those alone that are initiatives.
  const carried = (name: string, columns: string) =>
    sql.raw(`create index ${name} on idea (${columns}) where state = 'initiative'`).execute(db)
  // Its first column is one value: without it SQLite would count on an index that knows no order.
  await carried('idea_carried', 'state, supports, id')
  await carried('idea_carried_axis', 'axis, supports, id')
  await carried('idea_carried_direction', 'direction, supports, id')
}

async function addMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('initiative_member')
    .addColumn('idea_id', 'text', column => column.notNull().references('initiative.idea_id'))
    .addColumn('person_id', 'text', column => column.notNull())
    .addColumn('joined_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('initiative_member_key', ['idea_id', 'person_id'])
    .execute()
  await db.schema
    .createIndex('initiative_member_age')
    .on('initiative_member')
    .columns(['idea_id', 'joined_at', 'person_id'])
    .execute()
  await db.schema
    .createIndex('initiative_member_person')
    .on('initiative_member')
    .columns(['person_id', 'idea_id'])
    .execute()
}

async function addWords(db: Kysely<unknown>): Promise<void> {
  const bytes = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : 'text'
  await db.schema
    .createTable('initiative_word')
    .addColumn('idea_id', 'text', column => column.notNull().references('initiative.idea_id'))
    .addColumn('word', bytes, column => column.notNull())
    .addPrimaryKeyConstraint('initiative_word_key', ['idea_id', 'word'])
    .execute()
  await db.schema
    .createIndex('initiative_word_found')
    .on('initiative_word')
    .columns(['word', 'idea_id'])
    .execute()
}

/** Ideas that somebody carries, who takes part, the idea after which another was proposed, commitments by idea. */
export const initiatives: Migration = {
  async up(db) {
    await addSheets(db)
    await addMembers(db)
    await addWords(db)
    await db.schema
      .createIndex('commitment_idea')
      .on('commitment')
      .columns(['idea_id', 'shown_to', 'person_id'])
      .execute()
    await db.schema.alterTable('idea').addColumn('inspired_by', 'text').execute()
  },
}
