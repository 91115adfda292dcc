import type { Kysely, Transaction, TransactionBuilder } from 'kysely'
import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Tables } from '../tables/index.ts'
import type { CommitTransaction } from './group-commit.ts'
import { seal } from './tx.ts'
import { watchWrites } from './written-tables.ts'

const ATTEMPTS = 5

/**
 * PostgreSQL: serialization failure (40001), deadlock (40P01), or a unique violation between two that both looked and
 * found nothing (23505). Retried: the second sees the first. A key that is really taken fails all the same, after the
 * retries.
 */
const CONFLICTS = new Set(['40001', '40P01', '23505'])

function mayPassNextTime(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown }
  return error instanceof Error && typeof code === 'string' && CONFLICTS.has(code)
}

async function persist<T>(attempt: () => Promise<T>, conflicted: TransactionHooks['conflicted']): Promise<T> {
  for (let left = ATTEMPTS - 1; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !mayPassNextTime(error)) throw error
      conflicted(left)
    }
  }
}

/** Hooks at the end of a transaction, with the topics it changed. */
export type TransactionHooks = {
  /** It conflicted with another and is retried; `left`: retries that remain. */
  readonly conflicted: (left: number) => void
  /** Last step within the transaction: what is written here commits or rolls back with it. */
  readonly committing: (tx: Tx, topics: readonly ChangeTopic[]) => Promise<void>
  /** After each commit, never after a rollback. */
  readonly committed: (tx: Tx, topics: readonly ChangeTopic[]) => void
}

/** Keeps the first error when the rollback fails too, as it does after a lost connection. */
async function whole<T>(
  transaction: TransactionBuilder<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  let first: { readonly error: unknown } | undefined
  const kept = (of: Transaction<Tables>) =>
    work(of).catch(error => {
      first = { error }
      throw error
    })
  try {
    return await transaction.execute(kept)
  } catch (error) {
    throw first ? first.error : error
  }
}

/** Runs each transaction by itself, without group commit. */
export function commitAlone(db: Kysely<Tables>): CommitTransaction {
  return work => whole(db.transaction(), work)
}

export function makeTransact(
  run: CommitTransaction,
  { conflicted, committing, committed }: TransactionHooks,
): Transact {
  const once = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const { result, tx, topics } = await run(async transaction => {
      const { plugin, topics } = watchWrites()
      const tx = seal(transaction.withPlugin(plugin))
      const result = await work(tx)
      await committing(tx, topics())
      return { result, tx, topics: topics() }
    })
    committed(tx, topics)
    return result
  }
  return work => persist(() => once(work), conflicted)
}

/** Read transaction: all reads of one `work` see the same snapshot; a write throws. Takes no write lock. */
export function makeRead(db: Kysely<Tables>): Transact {
  return work =>
    whole(
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only'),
      async transaction => work(seal(transaction)),
    )
}
