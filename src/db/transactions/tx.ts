import { type Kysely, PostgresAdapter, type SelectQueryBuilder, type Transaction } from 'kysely'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Tables } from '../tables/index.ts'

/** Makes a transaction opaque to all but `db/` and the stores. */
export function seal(transaction: Transaction<Tables>): Tx {
  return transaction as unknown as Tx
}

/** The query builder of an open transaction. Throws once the transaction has ended. */
export function open(tx: Tx): Kysely<Tables> {
  return tx as unknown as Kysely<Tables>
}

/** For hints to one engine's planner. */
export function isPostgres(tx: Tx): boolean {
  return open(tx).getExecutor().adapter instanceof PostgresAdapter
}

/**
 * The same query with a row lock (`for update`) until this transaction ends: lock the parent row before recomputing a
 * tally. On SQLite a write transaction has locked the whole file already.
 */
export function lockRow<DB, TB extends keyof DB, O>(
  tx: Tx,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return isPostgres(tx) ? query.forUpdate() : query
}
