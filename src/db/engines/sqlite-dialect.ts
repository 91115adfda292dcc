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

/** A raw text that changes no row, or ends the transaction. */
const READING = /^\s*(select|with|explain|pragma|commit|rollback)\b/i
/** What a text that begins `with` may go on with. */
const WRITING = /\b(insert\s+into|replace\s+into|update|delete\s+from)\b/i

function isReading({ query, sql }: CompiledQuery): boolean {
  return query.kind === 'RawNode' ? READING.test(sql) && !WRITING.test(sql) : query.kind === 'SelectQueryNode'
}

/**
 * Write transactions take the lock at their beginning (`begin immediate`): with SQLite's deferred `begin` two
 * processes lose half of their writes. Read transactions take none and cannot write, as on PostgreSQL: statements are told
 * apart by their kind, since SQLite's own `pragma query_only` prepares each kept statement anew.
 */
class PatientDriver extends SqliteDriver {
  #reading = false
  readonly #guarded = new WeakSet<DatabaseConnection>()

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    if (!this.#guarded.has(connection)) this.#guard(connection)
    return connection
  }

  #guard(connection: DatabaseConnection) {
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = async (query, ...rest) => {
      if (this.#reading && !isReading(query)) throw new Error('a read-only transaction cannot write')
      return execute(query, ...rest)
    }
    this.#guarded.add(connection)
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
    const reading = settings?.accessMode === 'read only'
    await run(connection, reading ? 'begin' : BEGIN)
    this.#reading = reading
  }

  override async commitTransaction(connection: DatabaseConnection) {
    await super.commitTransaction(connection)
    this.#reading = false
  }

  override async rollbackTransaction(connection: DatabaseConnection) {
    this.#reading = false
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      // On a full disk SQLite has already rolled back; the error to report is the first one.
      if (!/no transaction is active/.test((error as Error).message)) throw error
    }
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
