import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Until when an idea is to be answered: `clock_on` and `clock_party` as its own supports set it, `due_on` and `due_party` as it
 * counts while the idea waits, which is the earliest of those merged into it. The indexes read what is owed, the earliest first.
 * And of what kind a box is: those that stand ask for ideas.
 */
export const answersDue: Migration = {
  async up(db) {
    for (const column of ['clock_on', 'clock_party', 'due_on', 'due_party'])
      await db.schema.alterTable('idea').addColumn(column, 'text').execute()
    await db.schema
      .alterTable('idea_box')
      .addColumn('kind', 'text', column => column.notNull().defaultTo('ideas'))
      .execute()
    const index = (name: string, columns: string) =>
      sql.raw(`create index ${name} on idea (${columns}) where due_on is not null`).execute(db)
    await index('idea_due', 'due_on, id')
    await index('idea_due_direction', 'direction, due_on, id')
  },
}
