import type { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { ClosingClient } from './closing-client.ts'
import { DurableDialect } from './durable-dialect.ts'
import { checkParameters } from './parameter-check.ts'

const INT8 = 20

// pg hands a bigint over as text; ours are counts and milliseconds, far below 2^53.
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

/** How many connections are used and idle, and how many wait for one. */
export type Connections = () => Readonly<Record<'used' | 'idle' | 'waited-for', number>>

/** PostgreSQL behind a pool of ten. A statement or an idle transaction is cut after 30 s, a connection after 5 s. */
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
    types,
  })
  // Without a listener a server that restarts would end this process too.
  // One that is cut while all are closed anyway is no loss.
  pool.on('error', error => {
    if (!pool.ending) log.warn({ code: Reflect.get(error, 'code') }, 'idle database connection lost')
  })
  // One in use has no listener of the pool's: what cuts it off between two statements would end the process.
  pool.on('connect', client => void client.on('error', () => {}))
  return {
    dialect: new DurableDialect({ pool, onCreateConnection: checkParameters }),
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      'waited-for': pool.waitingCount,
    }),
  }
}
