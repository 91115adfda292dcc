import { setTimeout } from 'node:timers/promises'
import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'
import type { Tables } from '../tables/index.ts'
import { BETWEEN } from './busy-retry.ts'

/** Leaves nothing of deleted rows where the engine keeps its data; to be tried again when it rejects. */
export type SecureErase = (tables: readonly (keyof Tables)[]) => Promise<void>

type Checkpoint = { readonly busy: number }

/** PostgreSQL: the role may not do this. */
const NOT_ALLOWED = '42501'

/** Folds the journal into the file and cuts it to nothing. @throws Error while somebody else reads an older state */
async function cutJournal(db: Kysely<Tables>): Promise<void> {
  const cut = sql<Checkpoint>`pragma wal_checkpoint(truncate)`
  const begun = monotonic.now()
  while ((await cut.execute(db)).rows[0]?.busy) {
    if (monotonic.now() - begun >= SECOND)
      throw new Error('somebody reads the database: its journal cannot be cut yet')
    await setTimeout(BETWEEN)
  }
}

/** @throws Error, as `cutJournal` would after a second in which nobody else is answered for half of it */
function checkUnread(isHeld: () => boolean): void {
  if (isHeld()) throw new Error('somebody takes an export: the journal cannot be cut yet')
}

/** The file is written anew without what was deleted. Nothing else runs meanwhile: about a second for 200 MB. */
async function scrubSqlite(db: Kysely<Tables>): Promise<void> {
  await cutJournal(db)
  await sql`vacuum`.execute(db)
  await cutJournal(db)
}

async function checkpoint(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`checkpoint`.execute(db)
  } catch (error) {
    // Only so that files given up go now and not within minutes.
    if (!(error instanceof Error && 'code' in error && error.code === NOT_ALLOWED)) throw error
  }
}

/** Each table and its indexes are written anew. Its archive of journals, where there is one, is out of our reach. */
async function scrubPostgres(db: Kysely<Tables>, tables: readonly (keyof Tables)[]): Promise<void> {
  for (const table of tables) await sql`vacuum (full) ${sql.table(table)}`.execute(db)
  await checkpoint(db)
}

export function makeSecureErase(db: Kysely<Tables>, isHeld: () => boolean = () => false): SecureErase {
  return async tables => {
    if (db.getExecutor().adapter instanceof PostgresAdapter) return scrubPostgres(db, tables)
    checkUnread(isHeld)
    return scrubSqlite(db)
  }
}
