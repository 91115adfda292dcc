import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely'
import { BEGIN } from './busy-retry.ts'

const run = (connection: DatabaseConnection, text: string) => connection.executeQuery(CompiledQuery.raw(text))

/**
 * Write transactions take the lock at their beginning (`begin immediate`): with SQLite's deferred `begin` two
 * processes lose half of their writes. Read transactions take none and cannot write, as on PostgreSQL.
 */
class PatientDriver extends SqliteDriver {
  #reading = false

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
    this.#reading = settings?.accessMode === 'read only'
    await run(connection, this.#reading ? 'begin' : BEGIN)
    if (this.#reading) await run(connection, 'pragma query_only = 1')
  }

  override async commitTransaction(connection: DatabaseConnection) {
    await super.commitTransaction(connection)
    await this.#letWrite(connection)
  }

  override async rollbackTransaction(connection: DatabaseConnection) {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      // On a full disk SQLite has already rolled back; the error to report is the first one.
      if (!/no transaction is active/.test((error as Error).message)) throw error
    }
    await this.#letWrite(connection)
  }

  async #letWrite(connection: DatabaseConnection) {
    if (this.#reading) await run(connection, 'pragma query_only = 0')
    this.#reading = false
  }
}

/**
 * Runs migrations in a transaction, which SQLite supports; Kysely's own adapter says it does not, and would leave
 * half a schema.
 */
class WholeAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#config)
  }

  override createAdapter(): DialectAdapter {
    return new WholeAdapter()
  }
}
