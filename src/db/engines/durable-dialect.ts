import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  sql,
  type TransactionSettings,
} from 'kysely'
import type { Tables } from '../tables/index.ts'

/**
 * Whatever server, database or role say, what is committed is on the disk when we hear of it; stricter than that they may
 * be. Any role may set it (https://www.postgresql.org/docs/current/runtime-config-wal.html), and within a transaction it
 * holds behind a pooler too, which may refuse it at the start of a connection.
 */
const ON_DISK = `select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'`

/** A transaction that may write waits for the disk. Asked with its beginning, it costs no call. */
class DurableDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    const { accessMode, isolationLevel } = settings
    if (accessMode || isolationLevel) return super.beginTransaction(connection, settings)
    await connection.executeQuery(CompiledQuery.raw(`begin; ${ON_DISK}`))
  }
}

/** PostgreSQL, whose transactions are on the disk once they are committed. */
export class DurableDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new DurableDriver(this.#config)
  }
}

/**
 * Settings of the server that lose what was acknowledged when its machine loses power, and that nobody but its operator
 * changes: `fsync=off`. https://www.postgresql.org/docs/current/runtime-config-wal.html
 */
export async function looseSettings(db: Kysely<Tables>): Promise<readonly string[]> {
  const asked = sql<{ name: string }>`
    select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by name`
  const { rows } = await asked.execute(db)
  return rows.map(({ name }) => `${name}=off`)
}
