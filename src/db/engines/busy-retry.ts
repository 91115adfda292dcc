import { setTimeout } from 'node:timers/promises'
import type { DatabaseConnection } from 'kysely'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'

/** How long SQLite itself waits for another process to let go of the file, the event loop standing still (ms). */
export const STANDSTILL = 50
/** Between two tries, in which everybody else is answered (ms). */
export const BETWEEN = 50
/** How long one statement waits in all (ms). */
const STATEMENT = SECOND
/** How long a transaction that writes does (ms). */
export const PATIENCE = 5 * SECOND

/** https://sqlite.org/rescode.html: the low byte; the rest says which kind. */
const BUSY = 5
/** What was read is of an older state by now: it is as old at each further try. */
const BUSY_SNAPSHOT = 517

/** Whether another process holds the file for now. */
export function isBusy(error: unknown): boolean {
  const { errcode } = Object(error) as { errcode?: unknown }
  return typeof errcode === 'number' && (errcode & 0xff) === BUSY && errcode !== BUSY_SNAPSHOT
}

/** Tries again while another process holds the file, for so many milliseconds. Everybody else is answered meanwhile. */
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
 * Makes each statement of a connection wait for a second. All but the one that takes the write lock: nobody could read
 * through the connection meanwhile, so whoever begins a transaction waits without it.
 */
export function waitWhileBusy(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = (query, ...rest) =>
    query.sql === BEGIN ? execute(query, ...rest) : retryWhileBusy(() => execute(query, ...rest), STATEMENT)
}

/** Takes the write lock. */
export const BEGIN = 'begin immediate'
