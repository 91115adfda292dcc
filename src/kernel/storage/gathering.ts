import { AsyncLocalStorage } from 'node:async_hooks'
import { Refusal } from '../errors/refusal.ts'
import { Unavailable } from '../errors/unavailable.ts'
import { untilQuiet } from './quiet-turn.ts'
import type { Transact, Tx } from './tx.ts'

/** More would make statements of ever other lengths, each prepared anew. */
const MOST = 32

/**
 * Does what several ask in one transaction, in their order. A refusal is the `reason` of whoever it concerns: decide on it before
 * anything of theirs is written, since there is no savepoint. `key`: what they have in common, such as a ballot's id.
 */
export type GatheredWork<Asked, Result> = (
  tx: Tx,
  asked: readonly Asked[],
  key: string,
) => Promise<readonly PromiseSettledResult<Result>[]>

type Waiting<Asked, Result> = {
  readonly asked: Asked
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
  /** Runs in the context of who asks: a batch belongs to the trace of its first. */
  readonly within: ReturnType<typeof AsyncLocalStorage.snapshot>
}

/**
 * Gathers acts that arrive together (batching): one batch of a key is under way, whoever comes meanwhile is in the next one, of 32 at
 * most. Resolves once the transaction is committed. What a batch throws, each is tried alone for, and hears of its own; except
 * that nobody is tried again while the database is unavailable.
 */
export function gather<Asked, Result>(
  transact: Transact,
  work: GatheredWork<Asked, Result>,
): (asked: Asked, key?: string) => Promise<Result> {
  const queues = new Map<string, Waiting<Asked, Result>[]>()

  async function run(key: string, batch: readonly Waiting<Asked, Result>[]): Promise<void> {
    const all = batch.map(({ asked }) => asked)
    const settled = await transact(tx => work(tx, all, key))
    for (const [at, { resolve, reject }] of batch.entries()) {
      const own = settled[at]
      if (own?.status === 'fulfilled') resolve(own.value)
      else reject(own?.reason ?? new Error('an act that was gathered has no result'))
    }
  }

  async function runEach(key: string, batch: readonly Waiting<Asked, Result>[]): Promise<void> {
    try {
      await run(key, batch)
    } catch (error) {
      if (batch.length === 1 || error instanceof Unavailable) for (const { reject } of batch) reject(error)
      else for (const each of batch) await runEach(key, [each])
    }
  }

  async function serve(key: string, queue: Waiting<Asked, Result>[]): Promise<void> {
    while (queue.length > 0) {
      await untilQuiet(() => queue.length, MOST)
      const batch = queue.splice(0, MOST)
      await batch[0]?.within(runEach, key, batch)
    }
    queues.delete(key)
  }

  return (asked, key = '') =>
    new Promise((resolve, reject) => {
      const waiting = { asked, resolve, reject, within: AsyncLocalStorage.snapshot() }
      const queue = queues.get(key)
      if (queue) return void queue.push(waiting)
      const first = [waiting]
      queues.set(key, first)
      void serve(key, first)
    })
}

export function done<Result>(value: Result): PromiseSettledResult<Result> {
  return { status: 'fulfilled', value }
}

/** The result of one act of a batch, or its refusal. Any other error is thrown on, and fails the batch. */
export async function settle<Result>(
  act: () => Result | Promise<Result>,
): Promise<PromiseSettledResult<Result>> {
  try {
    return done(await act())
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    return { status: 'rejected', reason }
  }
}

/** The refusal of an act that has one, for whoever asked. @throws Error of one that was done */
export function refusalOf(settled: PromiseSettledResult<unknown> | undefined): PromiseRejectedResult {
  if (settled?.status !== 'rejected') throw new Error('an act that was done has no refusal')
  return settled
}
