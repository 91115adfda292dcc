import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What was decided of an idea, and whether its author stays unnamed. */
export const ideaStates: Migration = {
  async up(db) {
    const idea = () => db.schema.alterTable('idea')
    // One column a statement: SQLite adds no more.
    await idea()
      .addColumn('unnamed', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await idea().addColumn('decision', 'text').execute()
    await idea().addColumn('decided_by', 'text').execute()
    await idea().addColumn('decided_as', 'text').execute()
    await idea().addColumn('decided_at', 'bigint').execute()
    await idea().addColumn('reason', 'text').execute()
    await idea()
      .addColumn('decisions', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    // What waits is read in two states at once, in the order of age.
    await sql`create index idea_pending on idea (direction, created_at, id)
      where state in ('received', 'studied')`.execute(db)
  },
}
