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
 * Durability: whatever the server, database or role sets, a commit that is acknowledged is flushed to disk; a
 * stricter setting is kept. Any role may set it (https://www.postgresql.org/docs/current/runtime-config-wal.html). It
 * is set within the transaction, since a pooler in front may refuse it at the start of a connection.
 */
const ON_DISK = `select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'`

/** Sets synchronous commit for each write transaction, in the same round trip as its `begin`. */
class DurableDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    const { accessMode, isolationLevel } = settings
    if (accessMode || isolationLevel) return super.beginTransaction(connection, settings)
    await connection.executeQuery(CompiledQuery.raw(`begin; ${ON_DISK}`))
  }
}

/** PostgreSQL dialect whose commits are flushed to disk before they are acknowledged. */
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
 * Server settings that lose acknowledged commits on a power failure and that only the operator can change:
 * `fsync=off`. https://www.postgresql.org/docs/current/runtime-config-wal.html
 */
export async function unsafeSettings(db: Kysely<Tables>): Promise<readonly string[]> {
  const asked = sql<{ name: string }>`
    select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by name`
  const { rows } = await asked.execute(db)
  return rows.map(({ name }) => `${name}=off`)
}
