import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createConversationRate, DOCUMENTED } from '../../src/delivery/conversation-rate.ts'
import { USED } from '../../src/kernel/requests/call-windows.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { onEachEngine } from '../support/database/engines.ts'
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

  it('go at once, then every 2 s', async () => {
    await bench.note('opened', 'ballot:a')
    await votesFor(72)
    assert.deepEqual(moments(), [0, ...Array.from({ length: 37 }, (_, at) => at * 2)])
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

  it('go at once again after a quiet moment', async () => {
    await bench.note('opened', 'ballot:a')
    await votesFor(5)
    await bench.pass(2 * MINUTE)
    const before = bench.teams.calls.length
    await votesFor(5)
    assert.deepEqual(
      moments()
        .slice(before)
        .map(at => at - 125),
      [0, 2, 4],
    )
  })

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
    assert.equal(moments.filter(at => at < SECOND).length, 5)
    assert.equal(moments.filter(at => at < 2 * SECOND).length, 6)
    assert.equal(moments.filter(at => at < 30 * SECOND).length, 51)
    assert.deepEqual(
      bench.said(),
      Array.from({ length: 70 }, (_, at) => `idea ${at}`),
    )
  })
})

describe('the count kept of a thread', () => {
  /** Leaves as soon as the count allows after each wait (ms). @returns when each left */
  function leaving(waits: readonly number[]): readonly number[] {
    const threads = createConversationRate()
    let now = 0
    return waits.map(wait => {
      now = Math.max(now + wait, threads.freeAt('channel'))
      threads.count('channel', now)
      return now
    })
  }

  /** The most that arrive within any span (ms). */
  function mostWithin(arrivals: readonly number[], span: number): number {
    const ordered = arrivals.toSorted((one, other) => one - other)
    let first = 0
    let most = 0
    for (const [at, arrival] of ordered.entries()) {
      while ((ordered[first] ?? 0) <= arrival - span) first++
      most = Math.max(most, at - first + 1)
    }
    return most
  }

  const transit = fc.integer({ min: 30, max: 250 })

  it('stays 15 % below each documented limit where Teams counts, 30 to 250 ms of transit away', () => {
    const calls = fc.array(fc.tuple(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })), transit), {
      minLength: 100,
      maxLength: 2_500,
      size: 'max',
    })
    fc.assert(
      fc.property(calls, made => {
        const left = leaving(made.map(([wait]) => wait))
        const arrivals = left.map((at, call) => at + (made[call]?.[1] ?? 0))
        for (const [most, span] of DOCUMENTED) {
          assert.ok(mostWithin(arrivals, span) <= most * USED, `${mostWithin(arrivals, span)} in ${span} ms`)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('lets fourteen ballots opened at once into one channel arrive five a second, six in two', () => {
    fc.assert(
      fc.property(fc.array(transit, { minLength: 14, maxLength: 14 }), late => {
        const arrivals = leaving(late.map(() => 0)).map((at, call) => at + (late[call] ?? 0))
        assert.ok(mostWithin(arrivals, SECOND) <= 5)
        assert.ok(mostWithin(arrivals, 2 * SECOND) <= 6)
      }),
    )
  })

  it('is forgotten after a quiet hour, not before', () => {
    const threads = createConversationRate()
    for (let at = 0; at < 1_530; at++) threads.count('channel', at * 2_300)
    threads.forget(1_529 * 2_300 + HOUR + 249)
    assert.equal(threads.freeAt('channel'), HOUR + 250)
    threads.forget(1_529 * 2_300 + HOUR + 250)
    assert.equal(threads.freeAt('channel'), 0)
  })
})
