import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

async function addColumns(db: Kysely<unknown>): Promise<void> {
  const idea = () => db.schema.alterTable('idea')
  // One column a statement: SQLite adds no more.
  await idea().addColumn('hidden_at', 'bigint').execute()
  await idea().addColumn('hidden_by', 'text').execute()
  await idea().addColumn('hidden_reason', 'text').execute()
  await idea()
    .addColumn('reports', 'integer', column => column.notNull().defaultTo(0))
    .execute()
  await idea().addColumn('reported_at', 'bigint').execute()
  await idea().addColumn('merged_into', 'text').execute()
  await idea().addColumn('root', 'text').execute()
  await sql`create index idea_hidden on idea (hidden_at, id) where hidden_at is not null`.execute(db)
  await sql`create index idea_reported on idea (reported_at, id) where reported_at is not null`.execute(db)
  await sql`create index idea_root on idea (root) where root is not null`.execute(db)
}

/** Until now each support counted for the idea that it was given to. */
async function addCounting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('idea_support')
    .addColumn('counts_for', 'text', column => column.notNull().defaultTo(''))
    .execute()
  await sql`update idea_support set counts_for = idea_id`.execute(db)
  await db.schema
    .createIndex('idea_support_counts')
    .on('idea_support')
    .columns(['counts_for', 'person_id'])
    .execute()
}

/** What was reported and hidden, and which ideas are joined with which. */
export const moderation: Migration = {
  async up(db) {
    await addColumns(db)
    await addCounting(db)
    await sql`create index ballot_option_idea on ballot_option (idea_id) where idea_id is not null`.execute(
      db,
    )
    await db.schema
      .createTable('idea_report')
      .addColumn('idea_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('settled_at', 'bigint')
      .addPrimaryKeyConstraint('idea_report_key', ['idea_id', 'person_id'])
      .execute()
    await db.schema
      .createTable('idea_merge')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('from_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('into_id', 'text', column => column.notNull().references('idea.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('from_state', 'text')
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('settled_at', 'bigint')
      .execute()
    await db.schema.createIndex('idea_merge_from').on('idea_merge').columns(['from_id', 'state']).execute()
    await db.schema.createIndex('idea_merge_into').on('idea_merge').columns(['into_id', 'state']).execute()
  },
}
