import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The journal, narrowed to an act, a role or what was refused: each list is read in the order of its index. */
export const auditFilters: Migration = {
  async up(db) {
    await db.schema.createIndex('audit_act').on('audit').columns(['act', 'at', 'id']).execute()
    await db.schema.createIndex('audit_role').on('audit').columns(['role', 'at', 'id']).execute()
    await sql.raw('create index audit_refused on audit (at, id) where refused is not null').execute(db)
  },
}
