import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The step of each idea in the ranking across Directions, computed every morning: the gallery is read in the order of its
 * index, as by support.
 */
export const ideaRanking: Migration = {
  async up(db) {
    await db.schema
      .alterTable('idea')
      .addColumn('across', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    const carried = (name: string, columns: string) =>
      sql.raw(`create index ${name} on idea (${columns}) where state = 'initiative'`).execute(db)
    await carried('idea_carried_across', 'state, across, id')
    await carried('idea_carried_axis_across', 'axis, across, id')
    await carried('idea_carried_direction_across', 'direction, across, id')
  },
}
