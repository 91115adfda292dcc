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
 * A transaction that may write takes the write lock at once: SQLite's own deferred `begin` makes two processes lose
 * half of their writes. One that only reads takes none and, as on PostgreSQL, cannot write.
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
      // On a full disk SQLite has rolled back by itself; what it said then is the error that counts.
      if (!/no transaction is active/.test((error as Error).message)) throw error
    }
    await this.#letWrite(connection)
  }

  async #letWrite(connection: DatabaseConnection) {
    if (this.#reading) await run(connection, 'pragma query_only = 0')
    this.#reading = false
  }
}

/** SQLite can undo a half-made schema; Kysely's own adapter leaves it standing. */
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
