import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createSentBodies } from '../../src/delivery/sent-bodies.ts'
import { SECOND } from '../../src/kernel/time/clock.ts'
import { onEachEngine } from '../support/database/engines.ts'
import { deliveryBench } from './bench.ts'

onEachEngine('a card that says what it said', engine => {
  const bench = deliveryBench(engine)
  /** What the card would say from now on. */
  const says = (summary: string, key = 'ballot:a', ifChanged = true) =>
    bench.draws(() => [{ to: 'channel', key, card: {}, summary, ifChanged }])
  const changed = async (key = 'ballot:a') => {
    await bench.note('changed', key)
    await bench.pass(20 * SECOND)
  }

  it('is not edited, unless it is to be edited whatever it says', async () => {
    says('open')
    for (let time = 0; time < 3; time++) await changed()
    assert.deepEqual(bench.said(), ['open'])
    says('closed')
    for (let time = 0; time < 3; time++) await changed()
    assert.deepEqual(bench.said(), ['open', 'closed'])
    says('closed', 'ballot:a', false)
    await changed()
    assert.deepEqual(bench.said(), ['open', 'closed', 'closed'])
  })

  it('is edited after a call of which nobody knows what became of it', async () => {
    says('open')
    await changed()
    says('closed')
    bench.teams.fails.push({ status: 502 })
    await bench.note('changed', 'ballot:a')
    await bench.idle()
    says('open')
    await changed()
    assert.deepEqual(bench.said(), ['open', 'closed', 'open'])
  })

  it('is edited once more by whoever sends next', async () => {
    says('open')
    await changed()
    await bench.stop()
    bench.restart()
    await changed()
    await changed()
    assert.deepEqual(bench.said(), ['open'])
    assert.equal(bench.teams.calls[0]?.what, 'update')
  })

  it('shows what was drawn last whatever fails on the way, and never the same twice', async () => {
    const failure = fc.constantFrom(undefined, undefined, { status: 429 }, { status: 502 }, { status: 412 })
    const step = fc.record({ words: fc.constantFrom('one', 'two', 'three'), failure })
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
        const key = `ballot:${++run}`
        bench.teams.fails.length = 0
        says('open', key)
        await changed(key)
        const shown = ['open']
        for (const { words, failure } of steps) {
          says(words, key)
          const before = bench.teams.calls.length
          bench.teams.fails.splice(0, bench.teams.fails.length, failure)
          await changed(key)
          const calls = bench.said().slice(before)
          shown.push(...(failure === undefined ? calls : calls.slice(1)))
          assert.equal(shown.at(-1), words)
        }
        for (const [at, words] of shown.entries()) assert.notEqual(words, shown[at + 1])
      }),
      { numRuns: 20 },
    )
  }).timeout(60_000)
})

describe('what is remembered of cards', () => {
  it('is of so many at most, the oldest forgotten first', () => {
    const sent = createSentBodies(2)
    const [one, two, three] = ['one', 'two', 'three'].map(key => ({ to: 'x', key, card: {}, summary: '' }))
    assert.ok(one && two && three)
    for (const each of [one, two, one, three]) sent.keep(each)
    assert.deepEqual([one, two, three].map(sent.shows), [true, false, true])
    sent.forgetAll()
    assert.equal(sent.shows(one), false)
  })
})
