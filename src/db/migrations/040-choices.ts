import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

async function addRules(db: Kysely<unknown>): Promise<void> {
  const ballot = () => db.schema.alterTable('ballot')
  // Until now a ballot asked one choice of everybody, and was open from the moment it was made.
  const texts = [
    ['kind', 'single'],
    ['results', 'live'],
    ['audience', '{"kind":"everybody"}'],
  ] as const
  for (const [name, value] of texts)
    await ballot()
      .addColumn(name, 'text', column => column.notNull().defaultTo(value))
      .execute()
  const numbers = [
    ['most', 1],
    ['per_option', 1],
    ['quorum', 0],
    ['secret', 0],
  ] as const
  for (const [name, value] of numbers)
    await ballot()
      .addColumn(name, 'integer', column => column.notNull().defaultTo(value))
      .execute()
  await ballot().addColumn('opens_at', 'bigint').execute()
  await sql`update ballot set opens_at = created_at`.execute(db)
}

/** SQLite drops no column that another table is referred to by: the roll is written anew beside the old one. */
async function splitVotes(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('vote_option').execute()
  await db.schema.dropIndex('vote_person').execute()
  await db.schema.alterTable('vote').renameTo('vote_before').execute()
  await db.schema
    .createTable('vote')
    .addColumn('ballot_id', 'text', column => column.notNull().references('ballot.id'))
    .addColumn('person_id', 'text', column => column.notNull())
    .addColumn('direction', 'text')
    .addColumn('voted_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('vote_roll_key', ['ballot_id', 'person_id'])
    .execute()
  await sql`insert into vote (ballot_id, person_id, direction, voted_at)
    select ballot_id, person_id, direction, voted_at from vote_before`.execute(db)
  await db.schema
    .createTable('vote_choice')
    .addColumn('ballot_id', 'text', column => column.notNull())
    .addColumn('person_id', 'text', column => column.notNull())
    .addColumn('option_id', 'text', column => column.notNull().references('ballot_option.id'))
    .addColumn('points', 'integer', column => column.notNull().check(sql`points > 0`))
    .addPrimaryKeyConstraint('vote_choice_key', ['ballot_id', 'person_id', 'option_id'])
    .addForeignKeyConstraint('vote_choice_of', ['ballot_id', 'person_id'], 'vote', ['ballot_id', 'person_id'])
    .execute()
  await sql`insert into vote_choice (ballot_id, person_id, option_id, points)
    select ballot_id, person_id, option_id, 1 from vote_before`.execute(db)
  await db.schema.dropTable('vote_before').execute()
}

/** How a ballot is voted in, by whom and from when; and what each voter chose, in rows beside the roll of who voted. */
export const choices: Migration = {
  async up(db) {
    await addRules(db)
    await splitVotes(db)
    await db.schema
      .alterTable('ballot_option')
      .addColumn('voters', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await sql`update ballot_option set voters = votes`.execute(db)
    await db.schema.createIndex('vote_person').on('vote').column('person_id').execute()
    await db.schema.createIndex('vote_direction').on('vote').columns(['ballot_id', 'direction']).execute()
    await db.schema
      .createIndex('vote_choice_option')
      .on('vote_choice')
      .columns(['ballot_id', 'option_id', 'points'])
      .execute()
  },
}
