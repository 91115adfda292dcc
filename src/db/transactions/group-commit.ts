import { setImmediate, setTimeout } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import { monotonic } from '../../kernel/time/clock.ts'
import { BETWEEN, isBusy, PATIENCE } from '../engines/busy-retry.ts'
import type { Tables } from '../tables/index.ts'

/** Runs `work` in a transaction that is committed, to the disk, when the promise resolves. */
export type CommitTransaction = <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>

type Job = {
  /** When (ms, monotonic) it arrived. */
  readonly since: number
  readonly work: (transaction: Transaction<Tables>) => Promise<unknown>
  readonly done: (result: unknown) => void
  readonly failed: (error: unknown) => void
}

/** Nobody waits for more of them than these. */
const MOST = 64

/** What one of several throws undoes its own writes alone. @returns what to tell it once all are committed */
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
 * SQLite has one writer, and the event loop stands still while its disk writes: what arrives together is committed
 * together, one after another as ever, and each is told only once the disk has all of it. `alone`: as if nobody else were
 * there. While another process writes, each waits for `patience` ms in its place, and others read.
 */
export function groupingCommits(alone: CommitTransaction, patience = PATIENCE): CommitTransaction {
  const waiting: Job[] = []

  async function together(jobs: readonly Job[]): Promise<void> {
    const tell = await alone(async transaction => {
      const ends: (() => void)[] = []
      for (const job of jobs) ends.push(await attempt(transaction, job))
      return ends
    })
    for (const end of tell) end()
  }

  /** Puts back those that another process kept from beginning, but for whoever has waited long enough. */
  async function wait(jobs: readonly Job[], error: unknown): Promise<void> {
    const from = monotonic.now() - patience
    waiting.unshift(...jobs.filter(({ since }) => since > from))
    for (const { since, failed } of jobs) if (since <= from) failed(error)
    await setTimeout(BETWEEN)
  }

  async function oneByOne(jobs: readonly Job[]): Promise<void> {
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
        return await together(jobs)
      } catch (error) {
        if (isBusy(error)) return wait(jobs, error)
        // The disk did not take them all, or one of them ended the transaction of all: each by itself says why.
      }
    await oneByOne(jobs)
  }

  async function begin(): Promise<void> {
    // Whoever has sent something by now has it read and waits as well.
    await setImmediate()
    while (waiting.length > 0) await run(waiting.splice(0, MOST))
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
