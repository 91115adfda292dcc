import { setTimeout } from 'node:timers/promises'
import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'
import type { Tables } from '../tables/index.ts'
import { BETWEEN } from './busy-retry.ts'

/** Secure erase: clears deleted rows from the engine's files. Retry when it rejects. */
export type SecureErase = (tables: readonly (keyof Tables)[]) => Promise<void>

type Checkpoint = { readonly busy: number }

/** SQLSTATE insufficient_privilege. */
const NOT_ALLOWED = '42501'

/** WAL checkpoint (truncate): merges the journal into the file and empties it. @throws Error while a reader keeps it */
async function cutJournal(db: Kysely<Tables>): Promise<void> {
  const cut = sql<Checkpoint>`pragma wal_checkpoint(truncate)`
  const begun = monotonic.now()
  while ((await cut.execute(db)).rows[0]?.busy) {
    if (monotonic.now() - begun >= SECOND)
      throw new Error('somebody reads the database: its journal cannot be cut yet')
    await setTimeout(BETWEEN)
  }
}

/**
 * @throws Error while a snapshot is read: the checkpoint would fail too, after blocking the event loop for half a
 * second
 */
function checkNoSnapshot(isHeld: () => boolean): void {
  if (isHeld()) throw new Error('somebody takes an export: the journal cannot be cut yet')
}

/** VACUUM: rewrites the file without deleted rows. Blocks all other queries, about a second for 200 MB. */
async function purgeSqlite(db: Kysely<Tables>): Promise<void> {
  await cutJournal(db)
  await sql`vacuum`.execute(db)
  await cutJournal(db)
}

async function checkpoint(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`checkpoint`.execute(db)
  } catch (error) {
    // `checkpoint` only makes dropped files go now instead of within minutes: a role that may not do it is no
    // failure.
    if (!(error instanceof Error && 'code' in error && error.code === NOT_ALLOWED)) throw error
  }
}

/** VACUUM FULL of each table and its indexes. An archive of WAL files, where there is one, is out of our reach. */
async function purgePostgres(db: Kysely<Tables>, tables: readonly (keyof Tables)[]): Promise<void> {
  for (const table of tables) await sql`vacuum (full) ${sql.table(table)}`.execute(db)
  await checkpoint(db)
}

export function makeSecureErase(db: Kysely<Tables>, isHeld: () => boolean = () => false): SecureErase {
  return async tables => {
    if (db.getExecutor().adapter instanceof PostgresAdapter) return purgePostgres(db, tables)
    checkNoSnapshot(isHeld)
    return purgeSqlite(db)
  }
}
