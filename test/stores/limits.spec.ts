import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { shareLimits } from '../../src/db/instances/shared-limits.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { createLimits } from '../../src/kernel/requests/limits.ts'
import { HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const TEN = { name: 'ten', most: 10, per: MINUTE }

onEachEngine('instances that count together', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  /** Several instances on one database, notified by hand. */
  function instances(count: number, secret = 'salt') {
    return Array.from({ length: count }, () => {
      const limits = createLimits(clock)
      const { transact } = standing.db
      const { exchange, stop } = shareLimits({ transact, clock, log: silentLogger }, limits, secret)
      stop()
      return { exchange, over: (who = 'a', limit = TEN) => limits.over(limit, who) }
    })
  }

  it('refuse what was used up elsewhere', async () => {
    const [one, two] = instances(2)
    assert.ok(one && two)
    for (let i = 0; i < 6; i++) assert.equal(one.over(), undefined)
    for (let i = 0; i < 4; i++) assert.equal(two.over(), undefined)
    await one.exchange()
    await two.exchange()
    assert.equal(two.over()?.code, 'too-fast')
    assert.equal(two.over('b'), undefined)
    // An instance with something to publish receives the others' uses.
    one.over()
    await two.exchange()
    await one.exchange()
    assert.equal(one.over()?.code, 'too-fast')
    clock.advance(MINUTE)
    for (let i = 0; i < 10; i++) assert.equal(one.over(), undefined)
  })

  it('add up to the last one when they tell at the same moment', async () => {
    const all = instances(4)
    const wide = { ...TEN, most: 1_000 }
    const people = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const [at, { over }] of all.entries())
      for (const who of at % 2 ? people : people.toReversed()) for (let i = 0; i < 249; i++) over(who, wide)
    await Promise.all(all.map(({ exchange }) => exchange()))
    const [one] = all
    assert.ok(one)
    // Only the last one to publish knows all uses: after one more use, any of them reads the others'.
    one.over('a', wide)
    await one.exchange()
    for (let left = 1_000 - 997; left > 0; left--) assert.equal(one.over('a', wide), undefined)
    assert.equal(one.over('a', wide)?.code, 'too-fast')
  })

  it('know the total once told to exchange, also where an exchange is under way', async () => {
    const [one, two] = instances(2)
    assert.ok(one && two)
    for (let i = 0; i < 6; i++) one.over()
    await one.exchange()
    for (let i = 0; i < 4; i++) two.over()
    const underWay = two.exchange()
    await two.exchange()
    assert.equal(two.over()?.code, 'too-fast')
    await underWay
  })

  it('keep nobody’s name, nothing of those far from a limit, and rows for minutes', async () => {
    const [one] = instances(1)
    assert.ok(one)
    const wide = { ...TEN, most: 1_000 }
    one.over('far', wide)
    for (let i = 0; i < 100; i++) one.over('camille', wide)
    await one.exchange()
    const { rows, about } = await kept()
    assert.equal(rows, 1)
    assert.doesNotMatch(about, /camille|far|ten/)
    clock.advance(HOUR)
    one.over('soon')
    await one.exchange()
    assert.equal((await kept()).rows, 1)
  })

  it('count together again where their clock was ahead and is set back, and keep no row of that time', async () => {
    const [one, two] = instances(2)
    assert.ok(one && two)
    const hourly = { ...TEN, name: 'hourly', per: HOUR }
    for (const limit of [TEN, hourly]) for (let i = 0; i < 9; i++) one.over('a', limit)
    for (let i = 0; i < 9; i++) one.over('gone')
    await one.exchange()
    clock.jump(-5 * HOUR)
    clock.advance(HOUR)
    for (const limit of [TEN, hourly])
      for (let i = 0; i < 6; i++) assert.equal(one.over('a', limit), undefined)
    for (const limit of [TEN, hourly])
      for (let i = 0; i < 4; i++) assert.equal(two.over('a', limit), undefined)
    await one.exchange()
    await two.exchange()
    for (const limit of [TEN, hourly]) assert.equal(two.over('a', limit)?.code, 'too-fast')
    assert.equal((await kept()).rows, 2)
  })

  async function kept() {
    const rows = await standing.db.read(tx => open(tx).selectFrom('limit_use').selectAll().execute())
    return { rows: rows.length, about: JSON.stringify(rows) }
  }
})
