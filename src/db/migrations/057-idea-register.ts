import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** All ideas, as organisers go through them: each list is read in the order of its index. */
export const ideaRegister: Migration = {
  async up(db) {
    const index = (name: string, columns: string, where: string) =>
      sql.raw(`create index ${name} on idea (${columns}) where ${where}`).execute(db)
    await index('idea_open', 'created_at, id', "state in ('received', 'studied')")
    await index('idea_open_axis', 'axis, created_at, id', "state in ('received', 'studied')")
    await index('idea_studied', 'created_at, id', "state = 'studied'")
    await index('idea_settled', 'created_at, id', "state in ('answered', 'retained', 'initiative', 'aside')")
    await db.schema.createIndex('idea_axis_age').on('idea').columns(['axis', 'created_at', 'id']).execute()
    await db.schema
      .createIndex('idea_direction_age')
      .on('idea')
      .columns(['direction', 'created_at', 'id'])
      .execute()
  },
}
