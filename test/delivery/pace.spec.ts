import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Post } from '../../src/db/index.ts'
import { createThreads, nextEdit } from '../../src/delivery/pace.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/clock.ts'
import { onEachEngine } from '../db/engines.ts'
import { deliveryBench } from './bench.ts'

onEachEngine('edits of one card', engine => {
  const bench = deliveryBench(engine)
  const vote = () => bench.note('tally', 'ballot:a', { mergeKey: 'ballot:a' })
  const moments = () => bench.teams.calls.map(call => call.at / SECOND)

  /** A vote each half second for `seconds`. */
  async function votesFor(seconds: number): Promise<void> {
    for (let at = 0; at < seconds * 2; at++) {
      await vote()
      await bench.pass(SECOND / 2)
    }
  }

  it('go at once, then every 2 s for a minute, then every 4 s', async () => {
    await bench.note('opened', 'ballot:a')
    await votesFor(72)
    const brisk = Array.from({ length: 31 }, (_, at) => at * 2)
    assert.deepEqual(moments(), [0, ...brisk, 64, 68, 72])
  }).timeout(20_000)

  it('show the last change, however many were merged', async () => {
    await bench.note('opened', 'ballot:a')
    await bench.idle()
    let votes = 0
    bench.draws(() => [{ to: 'channel', key: 'ballot:a', card: {}, summary: `${votes} votes` }])
    for (votes = 1; votes < 30; votes++) await vote()
    votes = 30
    await vote()
    await bench.pass(10 * SECOND)
    assert.equal(bench.said().at(-1), '30 votes')
    assert.ok(bench.teams.calls.length <= 3)
    assert.ok(bench.drawn < votes, `${bench.drawn} drawn`)
  })

  it('start afresh after a minute of quiet', async () => {
    await bench.note('opened', 'ballot:a')
    await votesFor(80)
    await bench.pass(2 * MINUTE)
    const before = bench.teams.calls.length
    await votesFor(5)
    assert.deepEqual(
      moments()
        .slice(before)
        .map(at => at - 200),
      [0, 2, 4],
    )
  }).timeout(20_000)

  it('keep their pace over a restart', async () => {
    await bench.note('opened', 'ballot:a')
    await votesFor(3)
    const first = moments()
    await bench.stop()
    bench.restart()
    await votesFor(2)
    assert.deepEqual([first, moments()], [[0, 0, 2], [4]])
  })
})

onEachEngine('one thread', engine => {
  const bench = deliveryBench(engine)

  it('takes no more posts than Teams allows, and all of them in time', async () => {
    for (let at = 0; at < 70; at++) await bench.note(`idea ${at}`, `idea:${at}`)
    await bench.pass(MINUTE)
    const moments = bench.teams.calls.map(call => call.at)
    assert.equal(moments.length, 70)
    assert.equal(moments.filter(at => at < SECOND).length, 7)
    assert.equal(moments.filter(at => at < 2 * SECOND).length, 8)
    assert.equal(moments.filter(at => at < 30 * SECOND).length, 60)
    assert.deepEqual(
      bench.said(),
      Array.from({ length: 70 }, (_, at) => `idea ${at}`),
    )
  })
})

describe('the count kept of a thread', () => {
  const limits = [
    [7, SECOND],
    [8, 2 * SECOND],
    [60, 30 * SECOND],
    [1_800, HOUR],
  ] as const

  it('never goes over a limit, however calls come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), {
      minLength: 100,
      maxLength: 2_500,
      size: 'max',
    })
    fc.assert(
      fc.property(gaps, waits => {
        const threads = createThreads()
        const calls: number[] = []
        let now = 0
        for (const wait of waits) {
          now = Math.max(now + wait, threads.freeAt('channel'))
          threads.count('channel', now)
          calls.push(now)
        }
        for (const [most, span] of limits) {
          for (let at = most; at < calls.length; at++) {
            assert.ok((calls[at] ?? 0) - (calls[at - most] ?? 0) >= span)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('says from the 900th call of an hour on that little is left of it, and edits slow down', () => {
    const threads = createThreads()
    const edited = { edits: 3, edited_at: HOUR, burst_at: HOUR } as Post
    for (let at = 0; at < 899; at++) threads.count('channel', HOUR)
    assert.equal(nextEdit(edited, threads.isBusy('channel', HOUR)), HOUR + 2 * SECOND)
    threads.count('channel', HOUR)
    assert.equal(nextEdit(edited, threads.isBusy('channel', HOUR)), HOUR + 10 * SECOND)
    assert.equal(threads.isBusy('channel', 2 * HOUR), false)
  })

  it('is forgotten after a quiet hour, not before', () => {
    const threads = createThreads()
    for (let at = 0; at < 1_800; at++) threads.count('channel', at * 1_900)
    threads.forget(1_799 * 1_900 + HOUR - 1)
    assert.equal(threads.freeAt('channel'), HOUR)
    threads.forget(1_799 * 1_900 + HOUR)
    assert.equal(threads.freeAt('channel'), 0)
  })
})
