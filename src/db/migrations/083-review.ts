import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** When an idea was first answered or decided, without going through its thread: what the review counts its days by. */
export const review: Migration = {
  async up(db) {
    await sql`create index event_followed on event (thing, thing_id, at, kind)
      where kind in ('answered', 'retained', 'aside')`.execute(db)
  },
}
