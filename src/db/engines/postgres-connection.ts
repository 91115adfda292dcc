import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import type pg from 'pg'
import { type Prelude, runStatement, type StatementAnswer } from './postgres-statement.ts'

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function resultOf<R>({ command, rowCount, rows = [] }: StatementAnswer): QueryResult<R> {
  const result = { rows: rows as R[] }
  return WRITES.has(command) ? { ...result, numAffectedRows: BigInt(rowCount ?? 0) } : result
}

const withCommit = new WeakSet<CompiledQuery>()

/**
 * Has a statement with texts for values go out with the commit of its transaction, which is rolled back where it
 * fails. What it answers is not read.
 */
export async function runWithCommit<DB>(
  transaction: Kysely<DB>,
  statement: RawBuilder<unknown>,
): Promise<void> {
  const query = statement.compile(transaction)
  withCommit.add(query)
  await transaction.executeQuery(query)
}

/**
 * A connection of the pool. What begins a transaction goes out with its first statement and what ends it with its
 * commit, each in one round trip; one without a statement says nothing.
 */
export class PostgresConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #beginning: readonly Prelude[] = []
  #ending: Prelude[] = []
  /** Why the transaction did not begin, or ended with its first statement: nothing of it may run after that. */
  #refused: unknown
  #isRead = false
  #hasFailed = false
  #isLost = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql: text, parameters: values } = query
    if (withCommit.has(query)) this.#ending.push({ text, values: values as readonly string[] })
    else return resultOf(await this.#run(text, values))
    return { rows: [] }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('lists are read in pages, never as a stream')
  }

  /** @param isRead nothing will be written: its commit is not waited for */
  begin(statements: readonly Prelude[], isRead: boolean): void {
    this.#beginning = statements
    this.#isRead = isRead
    this.#ending = []
    this.#refused = undefined
    this.#hasFailed = false
  }

  /** @throws AbortedTransactionError where the server rolled back instead */
  async commit(): Promise<void> {
    const ending = this.#ending.splice(0)
    if (this.#beginning.length > 0 && ending.length === 0) return this.#forget()
    const committed = this.#run('commit', [], ending)
    if (this.#isRead && !this.#hasFailed) return void committed.catch(() => {})
    const { command } = await committed
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollback(): Promise<void> {
    const hasBegun = this.#beginning.length === 0
    this.#forget()
    if (!hasBegun) return
    try {
      await runStatement(this.#client, { text: 'rollback', values: [] })
    } catch (error) {
      this.#isLost = true
      throw error
    }
  }

  #forget(): void {
    this.begin([], false)
  }

  release(): void {
    this.#client.release(this.#isLost)
  }

  async #run(
    text: string,
    values: readonly unknown[],
    ending: readonly Prelude[] = [],
  ): Promise<StatementAnswer> {
    if (this.#refused !== undefined) throw this.#refused
    const beginning = this.#beginning
    this.#beginning = []
    try {
      // Several statements in one text go by the protocol that shares no Sync.
      const isScript = values.length === 0 && text.includes(';')
      const [last] = isScript ? beginning.slice(-1) : []
      if (last) await runStatement(this.#client, last, beginning.slice(0, -1))
      return await runStatement(this.#client, { text, values }, last ? ending : [...beginning, ...ending])
    } catch (error) {
      this.#hasFailed = true
      if (beginning.length > 0) this.#refused = error
      // Leads to who asked, instead of to the socket.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }
}
