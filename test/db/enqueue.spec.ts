import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const changed = (id: string) => ({ kind: 'ballot.changed', payload: { id }, mergeKey: `ballot:${id}` })

onEachEngine('noting a fact', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const rows = () =>
    fresh.db.read(tx => open(tx).selectFrom('fact').selectAll().orderBy('created_at').execute())

  it('merges those that wait under the same key', async () => {
    await fresh.db.transact(async tx => {
      await fresh.db.note(tx, changed('a'))
      await fresh.db.note(tx, changed('b'))
      await fresh.db.note(tx, changed('a'))
    })
    await fresh.db.transact(tx => fresh.db.note(tx, changed('b')))
    assert.deepEqual(
      (await rows()).map(row => row.merge_key),
      ['ballot:a', 'ballot:b'],
    )
  })

  it('merges none that is already taken: its card may have been drawn before this change', async () => {
    await fresh.db.transact(tx => fresh.db.note(tx, changed('a')))
    await fresh.db.queue.take()
    await fresh.db.transact(tx => fresh.db.note(tx, changed('a')))
    assert.deepEqual(
      (await rows()).map(row => row.state),
      ['taken', 'ready'],
    )
  })

  it('holds a waiting fact until the change that joined it is there to be seen', async () => {
    await fresh.db.transact(tx => fresh.db.note(tx, changed('a')))
    const order: string[] = []
    const { promise: joined, resolve } = Promise.withResolvers<void>()
    const change = fresh.db.transact(async tx => {
      await fresh.db.note(tx, changed('a'))
      resolve()
      // Long enough for the other to reach the fact, if nothing held it.
      for (let at = 0; at < 20; at++) await open(tx).selectFrom('fact').select('id').execute()
      order.push('change is there')
    })
    await joined
    const taking = fresh.db.queue.take().then(() => order.push('fact is taken'))
    await Promise.all([change, taking])
    assert.deepEqual(order, ['change is there', 'fact is taken'])
  })

  it('leaves no fact of a transaction that failed, and wakes nobody', async () => {
    let woken = 0
    fresh.db.onFact(() => woken++)
    const failing = fresh.db.transact(async tx => {
      await fresh.db.note(tx, changed('a'))
      throw new Error('rolled back')
    })
    await assert.rejects(failing)
    assert.deepEqual([await rows(), woken], [[], 0])
  })

  it('wakes after the commit, and only for a fact', async () => {
    const seen: Promise<number>[] = []
    fresh.db.onFact(() => seen.push(rows().then(found => found.length)))
    await fresh.db.transact(tx => open(tx).deleteFrom('seen').execute())
    await fresh.db.transact(tx => fresh.db.note(tx, changed('a')))
    assert.deepEqual(await Promise.all(seen), [1])
  })

  it('wakes nobody for a fact that joins one that waits, whose waking was the first one’s', async () => {
    let woken = 0
    fresh.db.onFact(() => woken++)
    for (const _ of [1, 2]) await fresh.db.transact(tx => fresh.db.note(tx, changed('a')))
    assert.deepEqual([(await rows()).length, woken], [1, 1])
  })
})
