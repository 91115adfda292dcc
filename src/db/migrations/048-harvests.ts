import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Ideas that a table facilitator typed for others: whom each is said to come from, and who typed it. */
export const harvests: Migration = {
  async up(db) {
    // One column a statement: SQLite adds no more.
    await db.schema.alterTable('idea').addColumn('credit', 'text').execute()
    await db.schema.alterTable('idea').addColumn('credit_name', 'text').execute()
    await sql`create index idea_workshop on idea (workshop_id, created_at, id)
      where workshop_id is not null`.execute(db)
    await db.schema
      .createTable('harvest')
      .addColumn('workshop_id', 'text', column => column.notNull().primaryKey())
      .addColumn('lines', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('harvest_line')
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('key', 'text', column => column.notNull())
      .addColumn('workshop_id', 'text', column => column.notNull().references('harvest.workshop_id'))
      .addColumn('idea_id', 'text')
      .addColumn('mark', 'text', column => column.notNull())
      .addColumn('undone', 'integer', column => column.notNull())
      .addColumn('at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('harvest_line_key', ['person_id', 'key'])
      .execute()
    // What was said already is looked for at each line, and all lines are counted at each call.
    await db.schema
      .createIndex('harvest_line_mark')
      .on('harvest_line')
      .columns(['workshop_id', 'mark'])
      .execute()
    await db.schema.createIndex('harvest_line_idea').on('harvest_line').column('idea_id').execute()
  },
}
