import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import { done, gather, settle } from '../../src/kernel/storage/gathering.ts'
import { freshDatabase, sqlite } from '../support/database/engines.ts'

describe('acts that are gathered', () => {
  const fresh = freshDatabase(sqlite)

  /** Answers each number with itself, and records the batches. Odd ones may be refused, 13 is a fault. */
  function doubling(batches: string[], fault: () => Error = () => new TypeError('thirteen')) {
    return gather(fresh.db.transact, async (_, asked: readonly number[], key) => {
      batches.push(`${key} ${asked.join(' ')}`)
      if (asked.includes(13)) throw fault()
      return Promise.all(
        asked.map(each =>
          settle(() => {
            if (each % 2 === 1) throw new Refusal('odd')
            return each * 2
          }),
        ),
      )
    })
  }

  it('are done together in their order, each with its own result or refusal', async () => {
    const batches: string[] = []
    const double = doubling(batches)
    const ends = await Promise.allSettled([2, 3, 4].map(each => double(each, 'a')))
    assert.deepEqual(batches, ['a 2 3 4'])
    assert.deepEqual(
      ends.map(end => (end.status === 'fulfilled' ? end.value : end.reason.code)),
      [4, 'odd', 8],
    )
  })

  it('are apart by key, 32 at most at once, and go on with who came meanwhile', async () => {
    const batches: string[] = []
    const double = doubling(batches)
    const many = Array.from({ length: 40 }, (_, at) => at * 2)
    await Promise.all([...many.map(each => double(each, 'a')), double(100, 'b')])
    const sizes = batches.map(batch => `${batch[0]}${batch.split(' ').length - 1}`)
    assert.deepEqual(sizes.toSorted(), ['a32', 'a8', 'b1'])
    assert.equal(await double(6, 'a'), 12)
  })

  it('are each tried alone where one of them is a fault, which it alone hears of', async () => {
    const batches: string[] = []
    const double = doubling(batches)
    const ends = await Promise.allSettled([2, 13, 4].map(each => double(each)))
    assert.deepEqual(batches, [' 2 13 4', ' 2', ' 13', ' 4'])
    assert.deepEqual(
      ends.map(end => (end.status === 'fulfilled' ? end.value : end.reason.message)),
      [4, 'thirteen', 8],
    )
  })

  it('are not tried again while the database is unavailable', async () => {
    const batches: string[] = []
    const double = doubling(batches, () => new Unavailable('unreachable', '08006', undefined))
    const ends = await Promise.allSettled([2, 13].map(each => double(each)))
    assert.deepEqual(batches, [' 2 13'])
    assert.ok(ends.every(end => end.status === 'rejected' && end.reason instanceof Unavailable))
  })

  it('fail where one is left without a result', async () => {
    const forgetful = gather(fresh.db.transact, async () => [done(1)])
    const ends = await Promise.allSettled([forgetful(1), forgetful(2)])
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    )
  })

  it('run in the context of the first of each batch', async () => {
    const context = new AsyncLocalStorage<string>()
    const seen: unknown[] = []
    const look = gather(fresh.db.transact, async (_, asked: readonly number[]) => {
      seen.push([context.getStore(), asked])
      return asked.map(done)
    })
    const first = context.run('first', () => look(1))
    const beside = context.run('second', () => look(2))
    const next = first.then(() => context.run('next', () => look(3)))
    await Promise.all([first, beside, next])
    assert.deepEqual(seen, [
      ['first', [1, 2]],
      ['next', [3]],
    ])
  })
})
