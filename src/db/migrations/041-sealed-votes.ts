import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** PostgreSQL keeps samples of columns for its planner, and keeps them when the rows are gone. */
async function keepUnsampled(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  for (const column of ['ballot_id', 'mark', 'person_id', 'envelope', 'direction'])
    await sql`alter table sealed_vote alter column ${sql.ref(column)} set statistics 0`.execute(db)
  for (const column of ['ballot_id', 'wrapped'])
    await sql`alter table ballot_key alter column ${sql.ref(column)} set statistics 0`.execute(db)
}

/** Secret ballots: what holds while one runs, and what is left once it is counted. */
export const sealedVotes: Migration = {
  async up(db) {
    await db.schema
      .createTable('ballot_key')
      .addColumn('ballot_id', 'text', column => column.notNull().primaryKey().references('ballot.id'))
      .addColumn('wrapped', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('sealed_vote')
      .addColumn('ballot_id', 'text', column => column.notNull().references('ballot.id'))
      .addColumn('mark', 'text', column => column.notNull())
      .addColumn('person_id', 'text')
      .addColumn('envelope', 'text', column => column.notNull())
      .addColumn('direction', 'text')
      .addPrimaryKeyConstraint('sealed_vote_key', ['ballot_id', 'mark'])
      .execute()
    await db.schema
      .createIndex('sealed_vote_person')
      .on('sealed_vote')
      .columns(['person_id', 'ballot_id'])
      .unique()
      .execute()
    await db.schema
      .createTable('ballot_turnout')
      .addColumn('ballot_id', 'text', column => column.notNull().references('ballot.id'))
      .addColumn('direction', 'text', column => column.notNull())
      .addColumn('votes', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('ballot_turnout_key', ['ballot_id', 'direction'])
      .execute()
    await db.schema
      .createTable('ballot_scrub')
      .addColumn('ballot_id', 'text', column => column.notNull().primaryKey().references('ballot.id'))
      .addColumn('since', 'bigint', column => column.notNull())
      .execute()
    await keepUnsampled(db)
  },
}
