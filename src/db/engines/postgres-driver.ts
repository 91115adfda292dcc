import type { Driver, TransactionSettings } from 'kysely'
import type pg from 'pg'
import { checkParameters } from './parameter-check.ts'
import { PostgresConnection } from './postgres-connection.ts'
import type { Prelude } from './postgres-statement.ts'

/**
 * Durability: whatever the server, database or role sets, a commit that is acknowledged is flushed to disk; a
 * stricter setting is kept. Any role may set it (https://www.postgresql.org/docs/current/runtime-config-wal.html). It
 * is set within the transaction, since a pooler in front may refuse it at the start of a connection.
 */
const ON_DISK = `select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'`

const said = (text: string): Prelude => ({ text, values: [] })

const WRITE = [said('begin'), said(ON_DISK)]

function beginningOf({ accessMode, isolationLevel }: TransactionSettings): readonly Prelude[] {
  if (!accessMode && !isolationLevel) return WRITE
  const level = isolationLevel ? ` isolation level ${isolationLevel}` : ''
  return [said(`start transaction${level} ${accessMode ?? ''}`)]
}

/** Transactions on a pool of connections to PostgreSQL; commits are flushed to disk before they are acknowledged. */
export class PostgresDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #connections = new WeakMap<pg.PoolClient, PostgresConnection>()

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    const client = await this.#pool.connect()
    const known = this.#connections.get(client)
    if (known) return known
    const connection = new PostgresConnection(client)
    this.#connections.set(client, connection)
    await checkParameters(connection)
    return connection
  }

  async beginTransaction(connection: PostgresConnection, settings: TransactionSettings): Promise<void> {
    connection.begin(beginningOf(settings), settings.accessMode === 'read only')
  }

  commitTransaction(connection: PostgresConnection): Promise<void> {
    return connection.commit()
  }

  rollbackTransaction(connection: PostgresConnection): Promise<void> {
    return connection.rollback()
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.release()
  }

  destroy(): Promise<void> {
    return this.#pool.end()
  }
}
