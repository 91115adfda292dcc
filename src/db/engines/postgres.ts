import type { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { ClosingClient } from './closing-client.ts'
import { DurableDialect } from './durable-dialect.ts'

const INT8 = 20

// pg returns bigint as text; ours are counts and milliseconds, far below 2^53.
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

/** State of the pool: connections in use, idle, and requests that wait for one. */
export type Connections = () => Readonly<Record<'used' | 'idle' | 'waited-for', number>>

/** PostgreSQL behind a pool of ten. Timeouts: 30 s for a statement or an idle transaction, 5 s to connect. */
export function postgresDialect(
  url: string,
  log: Logger,
): { dialect: PostgresDialect; connections: Connections } {
  const pool = new pg.Pool({
    Client: ClosingClient,
    connectionString: url,
    application_name: 'faire-administration',
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    // A read's commit is not waited for: what the connection is asked next goes out behind it.
    pipeline: true,
    types,
  })
  // Without a listener an idle connection that the server closes would end this process. While the pool closes, it is
  // expected.
  pool.on('error', error => {
    if (!pool.ending) log.warn({ code: Reflect.get(error, 'code') }, 'idle database connection lost')
  })
  // The pool listens on idle connections only: an error on one in use, between two statements, would end the process.
  pool.on('connect', client => void client.on('error', () => {}))
  return {
    dialect: new DurableDialect(pool),
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      'waited-for': pool.waitingCount,
    }),
  }
}
