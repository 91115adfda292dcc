import { PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const ONLY_ADDED = 'rows of audit are only added'

const POSTGRES = [
  `create function audit_only_added() returns trigger language plpgsql as
    $$ begin raise exception '${ONLY_ADDED}'; end $$`,
  `create trigger audit_kept before update or delete or truncate on audit
    for each statement execute function audit_only_added()`,
]
const SQLITE = ['update', 'delete'].map(
  act => `create trigger audit_kept_from_${act} before ${act} on audit
    begin select raise(abort, '${ONLY_ADDED}'); end`,
)

/** The database itself refuses to change the journal. Whose pseudonym is whose stays erasable, in audit_person. */
export const keptAudit: Migration = {
  async up(db) {
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
    for (const statement of isPostgres ? POSTGRES : SQLITE) await sql.raw(statement).execute(db)
  },
}
