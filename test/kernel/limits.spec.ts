import assert from 'node:assert/strict'
import { createLimits, LIMITS, tried } from '../../src/kernel/requests/limits.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'

const THREE = { name: 'three', most: 3, per: MINUTE }

describe('how often', () => {
  const clock = fixedClock(Date.parse('2027-05-01T10:00:15Z'))

  it('somebody may do something, is counted by itself', () => {
    const limits = createLimits(clock)
    for (let i = 0; i < 3; i++) assert.equal(limits.over(THREE, 'a'), undefined)
    const late = limits.over(THREE, 'a')
    assert.deepEqual([late?.code, late?.details], ['too-fast', { seconds: 45 }])
    assert.equal(limits.over(THREE, 'b'), undefined)
    assert.equal(limits.over({ ...THREE, name: 'other' }, 'a'), undefined)
    clock.advance(44 * SECOND)
    assert.equal(limits.over(THREE, 'a')?.details.seconds, 1)
    clock.advance(SECOND)
    assert.equal(limits.over(THREE, 'a'), undefined)
  })

  for (const [way, ms] of [
    ['back', -HOUR],
    ['forward', HOUR],
    ['back by days', -40 * 24 * HOUR],
  ] as const)
    it(`is counted for no longer than its time where the clock is set ${way}`, () => {
      const limits = createLimits(clock)
      for (let i = 0; i < 3; i++) assert.equal(limits.over(THREE, 'a'), undefined)
      clock.jump(ms)
      const seconds = Number(limits.over(THREE, 'a')?.details.seconds)
      assert.ok(seconds >= 1 && seconds <= 60, `${seconds}`)
      assert.equal(limits.spent(THREE, 'a')?.details.seconds, seconds)
      clock.advance(seconds * SECOND)
      for (let i = 0; i < 3; i++) assert.equal(limits.over(THREE, 'a'), undefined)
      assert.equal(limits.over(THREE, 'a')?.code, 'too-fast')
      clock.advance(MINUTE)
      assert.equal(limits.spent(THREE, 'a'), undefined)
    })

  it('lets a hall of 700 in behind one address, each with a page, and with a token that has run out', () => {
    const limits = createLimits(clock)
    const asked = Array.from({ length: 700 * 9 }, () => limits.over(LIMITS.address, '192.0.2.1'))
    assert.ok(asked.every(late => late === undefined))
  })

  it('a wrong try may be made, is no more for many at once, and right ones are not counted', async () => {
    const limits = createLimits(clock)
    const own = { limits, limit: THREE, who: 'a', refusal: 'no-more' }
    const tryOnce = (right: boolean) => tried(own, async () => (await Promise.resolve(right)) || undefined)
    for (let n = 0; n < 20; n++) assert.equal(await tryOnce(true), true)
    await assert.rejects(tried(own, () => Promise.reject(new Error('nothing was looked up'))))
    const ends = await Promise.allSettled(Array.from({ length: 50 }, () => tryOnce(false)))
    assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 3)
    await assert.rejects(tryOnce(true), { code: 'no-more', details: { minutes: 1 } })
    clock.advance(MINUTE)
    assert.equal(await tryOnce(true), true)
  })

  it('remembers a bounded number of people, the latest', () => {
    const limits = createLimits(clock, 100)
    for (let i = 0; i < 10_000; i++) limits.over({ ...THREE, most: 0 }, `n${i}`)
    const kept = limits.unshared().map(({ key }) => key)
    assert.ok(kept.length <= 100)
    assert.ok(kept.includes('three:n9999'))
  })
})
