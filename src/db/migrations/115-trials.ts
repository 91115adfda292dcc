import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

async function addTrial(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('trial')
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('idea_id', 'text', column => column.notNull().references('initiative.idea_id'))
    .addColumn('number', 'integer', column => column.notNull())
    .addColumn('if_text', 'text', column => column.notNull())
    .addColumn('then_text', 'text', column => column.notNull())
    .addColumn('change_text', 'text', column => column.notNull())
    .addColumn('directions', 'text', column => column.notNull())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('from_day', 'text', column => column.notNull())
    .addColumn('until_day', 'text', column => column.notNull())
    .addColumn('rhythm', 'text', column => column.notNull())
    .addColumn('turn', 'integer', column => column.notNull())
    .addColumn('planned_by', 'text')
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('decision', 'text')
    .addColumn('why', 'text')
    .addColumn('learnt', 'text')
    .addColumn('decided_directions', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_on', 'text')
    .addColumn('decided_at', 'bigint')
    .execute()
  await db.schema.createIndex('trial_number').unique().on('trial').columns(['idea_id', 'number']).execute()
  // One at a time.
  await sql`create unique index trial_open on trial (idea_id) where decided_at is null`.execute(db)
  await db.schema.createIndex('trial_decided').on('trial').columns(['decided_at', 'id']).execute()
}

async function addMeasures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('trial_measure')
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('trial_id', 'text', column => column.notNull().references('trial.id').onDelete('cascade'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('text', 'text', column => column.notNull())
    .addColumn('unit', 'text', column => column.notNull())
    .addColumn('better', 'text', column => column.notNull())
    .execute()
  await db.schema
    .createIndex('trial_measure_place')
    .on('trial_measure')
    .columns(['trial_id', 'position'])
    .execute()
  await db.schema
    .createTable('trial_reading')
    .addColumn('measure_id', 'text', column =>
      column.notNull().references('trial_measure.id').onDelete('cascade'),
    )
    .addColumn('day', 'text', column => column.notNull())
    .addColumn('value', 'double precision', column => column.notNull())
    .addColumn('start', 'integer', column => column.notNull())
    .addColumn('typed_by', 'text')
    .addPrimaryKeyConstraint('trial_reading_key', ['measure_id', 'day', 'start'])
    .execute()
}

async function addTesters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('trial_tester')
    .addColumn('trial_id', 'text', column => column.notNull().references('trial.id').onDelete('cascade'))
    .addColumn('person_id', 'text', column => column.notNull())
    .addColumn('joined_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('trial_tester_key', ['trial_id', 'person_id'])
    .execute()
  await db.schema
    .createIndex('trial_tester_age')
    .on('trial_tester')
    .columns(['trial_id', 'joined_at', 'person_id'])
    .execute()
  await db.schema
    .createIndex('trial_tester_person')
    .on('trial_tester')
    .columns(['person_id', 'trial_id'])
    .execute()
}

async function addRounds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('trial_round')
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('trial_id', 'text', column => column.notNull().references('trial.id').onDelete('cascade'))
    .addColumn('number', 'integer', column => column.notNull())
    .addColumn('opens_at', 'bigint', column => column.notNull())
    .addColumn('closes_at', 'bigint', column => column.notNull())
    .addColumn('closed', 'integer', column => column.notNull())
    .execute()
  await db.schema
    .createIndex('trial_round_number')
    .unique()
    .on('trial_round')
    .columns(['trial_id', 'number'])
    .execute()
  const ofRound = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn('round_id', 'text', column =>
        column.notNull().references('trial_round.id').onDelete('cascade'),
      )
  await ofRound('trial_roll')
    .addColumn('person_id', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('trial_roll_key', ['round_id', 'person_id'])
    .execute()
  await db.schema.createIndex('trial_roll_person').on('trial_roll').column('person_id').execute()
  await ofRound('trial_tally')
    .addColumn('measure_id', 'text', column => column.notNull())
    .addColumn('step', 'integer', column => column.notNull())
    .addColumn('count', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('trial_tally_key', ['round_id', 'measure_id', 'step'])
    .execute()
  await ofRound('trial_result')
    .addColumn('measure_id', 'text', column => column.notNull())
    .addColumn('said', 'integer', column => column.notNull())
    .addColumn('answers', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('trial_result_key', ['round_id', 'measure_id'])
    .execute()
}

/** What initiatives try: a plan, who tries it, numbers, answers apart from who gave them, a decision. */
export const trials: Migration = {
  async up(db) {
    await addTrial(db)
    await addMeasures(db)
    await addTesters(db)
    await addRounds(db)
    await db.schema.alterTable('initiative').addColumn('trial', 'text').execute()
    await db.schema.alterTable('idea_comment').addColumn('trial_id', 'text').execute()
    await sql`create index idea_comment_trial on idea_comment (trial_id, created_at, id) where trial_id is not null`.execute(
      db,
    )
  },
}
