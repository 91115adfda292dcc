import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

async function addTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('series')
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('description', 'text', column => column.notNull())
    .addColumn('organiser', 'text', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema.createIndex('series_age').on('series').columns(['created_at', 'id']).execute()
  await db.schema
    .createTable('workshop_quota')
    .addColumn('workshop_id', 'text', column => column.notNull().references('workshop.id'))
    .addColumn('direction', 'text', column => column.notNull())
    .addColumn('seats', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('workshop_quota_key', ['workshop_id', 'direction'])
    .execute()
  await db.schema
    .createTable('workshop_facilitator')
    .addColumn('workshop_id', 'text', column => column.notNull().references('workshop.id'))
    .addColumn('person_id', 'text', column => column.notNull())
    .addColumn('table_no', 'integer')
    .addPrimaryKeyConstraint('workshop_facilitator_key', ['workshop_id', 'person_id'])
    .execute()
  await db.schema
    .createIndex('workshop_facilitator_person')
    .on('workshop_facilitator')
    .columns(['person_id', 'workshop_id'])
    .execute()
}

// One column a statement: SQLite adds no more.
async function addWorkshopColumns(db: Kysely<unknown>): Promise<void> {
  const workshop = () => db.schema.alterTable('workshop')
  const texts = { series: '', state: 'announced', reason: '' }
  for (const [name, usual] of Object.entries(texts))
    await workshop()
      .addColumn(name, 'text', column => column.notNull().defaultTo(usual))
      .execute()
  const numbers = { quotas: 0, reserved: 0, confirm_hours: 24, waiting: 0, queued: 0 }
  for (const [name, usual] of Object.entries(numbers))
    await workshop()
      .addColumn(name, 'integer', column => column.notNull().defaultTo(usual))
      .execute()
  for (const name of ['opens_at', 'closes_at', 'release_at'])
    await workshop().addColumn(name, 'bigint').execute()
  await db.schema
    .createIndex('workshop_series')
    .on('workshop')
    .columns(['series', 'starts_at', 'id'])
    .where(sql.ref('series'), '<>', sql.lit(''))
    .execute()
}

async function addRegistrationColumns(db: Kysely<unknown>): Promise<void> {
  const registration = () => db.schema.alterTable('registration')
  await registration().addColumn('queue_no', 'integer').execute()
  await registration().addColumn('offered_until', 'bigint').execute()
  await registration().addColumn('pool', 'text').execute()
  await registration().addColumn('day_key', 'text').execute()
  await sql`update registration set pool = 'open' where answer = 'yes'`.execute(db)
  // Nobody sits in two places on one day; two nulls are not equal.
  await db.schema
    .createIndex('registration_day')
    .on('registration')
    .columns(['person_id', 'day_key'])
    .unique()
    .execute()
  const list = (name: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on('registration')
      .columns([...columns])
      .execute()
  await list('registration_held', ['workshop_id', 'answer', 'direction', 'queue_no', 'pool'])
  await list('registration_queue', ['workshop_id', 'answer', 'pool', 'queue_no'])
}

/** Series of workshops: who may register when, seats by Direction and kept seats, and the waiting list. */
export const series: Migration = {
  async up(db) {
    await addTables(db)
    await addWorkshopColumns(db)
    await addRegistrationColumns(db)
  },
}
