import { setTimeout } from 'node:timers/promises'
import type { DatabaseConnection } from 'kysely'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'

/** SQLite's own busy timeout (ms), during which the event loop is blocked: so it is short. */
export const STANDSTILL = 50
/** Pause between two attempts (ms), in which the event loop serves other requests. */
export const BETWEEN = 50
/** Total time for which one statement is retried (ms). */
const STATEMENT = SECOND
/** Total time for which beginning a write transaction is retried (ms). */
export const PATIENCE = 5 * SECOND

/** The primary result code is the low byte of the extended one: https://sqlite.org/rescode.html */
const BUSY = 5
/** The snapshot that was read is stale: a retry within the same transaction cannot succeed. */
const BUSY_SNAPSHOT = 517

/** Whether another process holds the lock on the file. */
export function isBusy(error: unknown): boolean {
  const { errcode } = Object(error) as { errcode?: unknown }
  return typeof errcode === 'number' && (errcode & 0xff) === BUSY && errcode !== BUSY_SNAPSHOT
}

/** Retries `attempt` while another process holds the lock on the file, without blocking the event loop. */
export async function retryWhileBusy<T>(attempt: () => Promise<T>, forMs = PATIENCE): Promise<T> {
  const begun = monotonic.now()
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || monotonic.now() - begun >= forMs) throw error
      await setTimeout(BETWEEN)
    }
}

/**
 * Retries each statement of a connection for a second while the file is busy. Not the one that takes the write lock:
 * it would keep the connection from readers, so the code that begins a transaction retries outside the connection.
 */
export function waitWhileBusy(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = (query, ...rest) =>
    query.sql === BEGIN ? execute(query, ...rest) : retryWhileBusy(() => execute(query, ...rest), STATEMENT)
}

/** Takes the write lock. */
export const BEGIN = 'begin immediate'
