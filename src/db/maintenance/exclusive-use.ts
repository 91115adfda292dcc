import { existsSync } from 'node:fs'
import { Kysely, sql } from 'kysely'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { connect, embeddedPath } from '../engines/connect.ts'
import { codeOf } from '../engines/outage.ts'
import { closeForGood, DatabaseFileFault } from '../engines/sqlite-file.ts'
import type { Tables } from '../tables/index.ts'

async function othersOn(url: string, log: Logger): Promise<number> {
  const { dialect } = connect(url, log)
  const db = new Kysely<Record<string, never>>({ dialect })
  const others = sql<{ n: number }>`
    select count(*) as n from pg_stat_activity where datname = current_database()
      and application_name = 'faire-administration' and pid <> pg_backend_pid()`
  const { rows } = await others.execute(db).finally(() => db.destroy())
  return rows[0]?.n ?? 0
}

/** @throws DatabaseFileFault while a server, or a command of ours, has the database open */
export async function checkUnused(url: string, log: Logger): Promise<void> {
  const path = embeddedPath(url)
  if (path === undefined && (await othersOn(url, log)) > 0)
    throw new DatabaseFileFault('A server runs on this database: stop it first.')
  if (path !== undefined && existsSync(path)) closeForGood(path)
}

/** SQLSTATE lock_not_available: the lock timeout passed. */
const NOT_HAD = '55P03'

/**
 * Locks tables against writes, not reads; autovacuum gives way within a second. @throws DatabaseFileFault while
 * somebody writes
 */
async function lock(holding: Kysely<Tables>, tables: readonly string[]): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(holding)
  await sql`set local lock_timeout = '5s'`.execute(holding)
  const all = sql.join(tables.map(table => sql.table(table)))
  await sql`lock table ${all} in share mode`.execute(holding).catch(error => {
    throw codeOf(error) === NOT_HAD
      ? new DatabaseFileFault('Somebody writes to this database: stop that first.')
      : error
  })
}

/**
 * Runs `work` with `tables` locked against writes by any process, so that reads at its beginning and end agree.
 * @throws DatabaseFileFault while a server, or a command of ours, has the database open; what `work` throws
 */
export async function withExclusiveUse<T>(
  url: string,
  tables: readonly string[],
  log: Logger,
  work: () => Promise<T>,
): Promise<T> {
  await checkUnused(url, log)
  const { engine, dialect } = connect(url, log)
  const db = new Kysely<Tables>({ dialect })
  try {
    // On SQLite a transaction that holds the write lock on the file.
    const holding = await db.startTransaction().execute()
    const end = () => holding.rollback().execute()
    try {
      if (engine === 'postgres') await lock(holding, tables)
      const done = await work()
      // Rejects where the connection was lost, and with it the lock: others may have written then.
      await end()
      return done
    } catch (error) {
      await end().catch(() => {})
      throw error
    }
  } finally {
    await db.destroy()
  }
}
