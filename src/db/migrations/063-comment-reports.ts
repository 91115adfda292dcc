import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Comments that were reported, and those that organisers hide. */
export const commentReports: Migration = {
  async up(db) {
    const comment = () => db.schema.alterTable('idea_comment')
    // One column a statement: SQLite adds no more.
    await comment().addColumn('hidden_at', 'bigint').execute()
    await comment().addColumn('hidden_reason', 'text').execute()
    await comment()
      .addColumn('reports', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await comment().addColumn('reported_at', 'bigint').execute()
    await sql`create index idea_comment_hidden on idea_comment (hidden_at, id) where hidden_at is not null`.execute(
      db,
    )
    await sql`create index idea_comment_reported on idea_comment (reported_at, id) where reported_at is not null`.execute(
      db,
    )
    await db.schema
      .createTable('idea_comment_report')
      // A comment goes with its author's data, and its reports with it.
      .addColumn('comment_id', 'text', column =>
        column.notNull().references('idea_comment.id').onDelete('cascade'),
      )
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('settled_at', 'bigint')
      .addPrimaryKeyConstraint('idea_comment_report_key', ['comment_id', 'person_id'])
      .execute()
  },
}
