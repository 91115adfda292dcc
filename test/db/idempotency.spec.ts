import assert from 'node:assert/strict'
import type { IdempotencyKey } from '../../src/kernel/storage/idempotency.ts'
import { DAY, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const typed = (id: string): IdempotencyKey => ({ key: `typed:${id}`, forMs: DAY })
const words = (text: string): IdempotencyKey => ({ key: `words:${text}`, forMs: 10 * MINUTE })

onEachEngine('acting once', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const claim = (keys: IdempotencyKey[], id: string) => fresh.db.transact(tx => fresh.db.once(tx, keys, id))

  it('answers the first id among 20 arrivals at once', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `idea-${at}`)
    const keys = (at: number) => (at % 2 ? [typed('a'), words('hello')] : [words('hello'), typed('a')])
    const answers = await Promise.all(ids.map((id, at) => claim(keys(at), id)))
    assert.equal(new Set(answers).size, 1)
    assert.equal(answers.filter((answer, at) => answer === ids[at]).length, 1)
  })

  it('knows the same words under a new id of delivery', async () => {
    assert.equal(await claim([typed('a'), words('hello')], 'first'), 'first')
    assert.equal(await claim([typed('b'), words('hello')], 'second'), 'first')
  })

  it('ties the new delivery to the earlier act, longer than the words last', async () => {
    await claim([typed('a'), words('hello')], 'first')
    await claim([typed('b'), words('hello')], 'second')
    clock.advance(11 * MINUTE)
    assert.equal(await claim([typed('b'), words('hello')], 'third'), 'first')
  })

  it('forgets a key once its time is over', async () => {
    await claim([words('hello')], 'first')
    clock.advance(10 * MINUTE - 1)
    assert.equal(await claim([words('hello')], 'second'), 'first')
    clock.advance(1)
    assert.equal(await claim([words('hello')], 'third'), 'third')
  })

  it('gives a claim back when the act is refused', async () => {
    const refused = fresh.db.transact(async tx => {
      await fresh.db.once(tx, [typed('a')], 'first')
      throw new Error('refused')
    })
    await assert.rejects(refused)
    assert.equal(await claim([typed('a')], 'second'), 'second')
  })

  it('lets an arrival through that waited for one that was refused', async () => {
    const { promise: claimed, resolve } = Promise.withResolvers<void>()
    const refused = fresh.db.transact(async tx => {
      await fresh.db.once(tx, [typed('a')], 'first')
      resolve()
      throw new Error('refused')
    })
    const second = claimed.then(() => claim([typed('a')], 'second'))
    await assert.rejects(refused)
    assert.equal(await second, 'second')
  })

  it('takes eight keys and no more', async () => {
    const keys = Array.from({ length: 9 }, (_, at) => typed(String(at)))
    assert.equal(await claim(keys.slice(1), 'act'), 'act')
    await assert.rejects(claim(keys, 'act'), RangeError)
  })
})
