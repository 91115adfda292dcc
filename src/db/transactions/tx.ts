import { type Kysely, PostgresAdapter, type SelectQueryBuilder, type Transaction } from 'kysely'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Tables } from '../tables/index.ts'

/** Closes a transaction to all but `db/` and the stores. */
export function seal(transaction: Transaction<Tables>): Tx {
  return transaction as unknown as Tx
}

/** What a store queries through. Good until the transaction ends, then it throws. */
export function open(tx: Tx): Kysely<Tables> {
  return tx as unknown as Kysely<Tables>
}

/** Where one engine's planner has to be told what the other's knows. */
export function isPostgres(tx: Tx): boolean {
  return open(tx).getExecutor().adapter instanceof PostgresAdapter
}

/**
 * The same query, holding its rows against other transactions until this one ends: do it to the parent row before
 * recomputing a tally. On SQLite a writing transaction has the whole file already.
 */
export function lockRow<DB, TB extends keyof DB, O>(
  tx: Tx,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return isPostgres(tx) ? query.forUpdate() : query
}
