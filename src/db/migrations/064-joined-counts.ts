import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

type Counted = { readonly supports: number; readonly directions: number }

/** What stands for several ideas of which one shows no name counts each author for each of theirs: as `recount` says. */
export const joinedCounts: Migration = {
  async up(db) {
    const roots = sql<{ id: string }>`
      select distinct root as id from idea where root in (
        select coalesce(root, id) from idea where unnamed = 1
      )`
    for (const { id } of (await roots.execute(db)).rows) {
      const counted = sql<Counted>`
        select count(*) as supports, count(distinct direction) as directions from (
          select max(given.direction) as direction
          from idea_support as given join idea as one on one.id = given.idea_id
          where given.counts_for = ${id}
          group by case when one.author = given.person_id then given.idea_id else given.person_id end
        ) as supporter`
      const { supports = 0, directions = 0 } = (await counted.execute(db)).rows[0] ?? {}
      await sql`update idea set supports = ${supports}, directions = ${directions} where id = ${id}`.execute(
        db,
      )
    }
  },
}
