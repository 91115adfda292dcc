import { setTimeout } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import { untilQuiet } from '../../kernel/storage/quiet-turn.ts'
import { monotonic } from '../../kernel/time/clock.ts'
import { BETWEEN, isBusy, PATIENCE } from '../engines/busy-retry.ts'
import type { Tables } from '../tables/index.ts'

/** Runs `work` in a transaction that is committed, to the disk, when the promise resolves. */
export type CommitTransaction = <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>

type Job = {
  /** Arrival time (ms, monotonic). */
  readonly since: number
  readonly work: (transaction: Transaction<Tables>) => Promise<unknown>
  readonly done: (result: unknown) => void
  readonly failed: (error: unknown) => void
}

/** Size of the largest group. */
const MOST = 64

/**
 * Runs one job in a savepoint, so that its failure rolls back its own writes alone. @returns what settles its promise
 * after the commit
 */
async function attempt(transaction: Transaction<Tables>, { work, done, failed }: Job): Promise<() => void> {
  await sql`savepoint one`.execute(transaction)
  try {
    const result = await work(transaction)
    await sql`release one`.execute(transaction)
    return () => done(result)
  } catch (error) {
    await sql`rollback to one`.execute(transaction)
    await sql`release one`.execute(transaction)
    return () => failed(error)
  }
}

/**
 * Group commit. SQLite has one writer, and the event loop is blocked while its disk flushes: transactions that arrive
 * together run one after another and share one commit, and each resolves only once it is on disk. `alone`: runs a
 * single transaction. While another process holds the lock, each waits in its place for `patience` ms, and reads go
 * on.
 */
export function groupingCommits(alone: CommitTransaction, patience = PATIENCE): CommitTransaction {
  const waiting: Job[] = []

  async function commitTogether(jobs: readonly Job[]): Promise<void> {
    const tell = await alone(async transaction => {
      const ends: (() => void)[] = []
      for (const job of jobs) ends.push(await attempt(transaction, job))
      return ends
    })
    for (const end of tell) end()
  }

  /**
   * Requeues the jobs of a group that another process kept from beginning, and fails those that have waited long
   * enough.
   */
  async function wait(jobs: readonly Job[], error: unknown): Promise<void> {
    const from = monotonic.now() - patience
    waiting.unshift(...jobs.filter(({ since }) => since > from))
    for (const { since, failed } of jobs) if (since <= from) failed(error)
    await setTimeout(BETWEEN)
  }

  async function commitEach(jobs: readonly Job[]): Promise<void> {
    for (const [at, { work, done, failed }] of jobs.entries())
      try {
        done(await alone(work))
      } catch (error) {
        if (isBusy(error)) return wait(jobs.slice(at), error)
        failed(error)
      }
  }

  async function run(jobs: readonly Job[]): Promise<void> {
    if (jobs.length > 1)
      try {
        return await commitTogether(jobs)
      } catch (error) {
        if (isBusy(error)) return wait(jobs, error)
        // The commit failed, or one job ended the transaction of all: run each alone, to find which.
      }
    await commitEach(jobs)
  }

  async function begin(): Promise<void> {
    while (waiting.length > 0) {
      await untilQuiet(() => waiting.length, MOST)
      await run(waiting.splice(0, MOST))
    }
    running = false
  }

  let running = false
  return work =>
    new Promise((resolve, reject) => {
      waiting.push({ work, done: resolve as Job['done'], failed: reject, since: monotonic.now() })
      if (running) return
      running = true
      void begin()
    })
}
