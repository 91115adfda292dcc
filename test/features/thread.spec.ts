import assert from 'node:assert/strict'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { featuresOn } from '../support/features/ideas.ts'

onEachEngine('a thread', engine => {
  const fresh = freshDatabase(engine, { clock: fixedClock() })
  let { thread, person } = {} as ReturnType<typeof featuresOn>
  beforeEach(() => {
    ;({ thread, person } = featuresOn(fresh.db, fixedClock()))
  })

  const event = { thing: 'idea', id: 'i1', kind: 'commented', at: 1 } as const

  it('tells what happened in the order it did, a page at a time, with names', async () => {
    const { id: by } = await person('camille')
    for (let at = 0; at < 5; at++) {
      await fresh.db.transact(tx =>
        thread.add(tx, { ...event, at: 7, by: at === 4 ? 'unknown' : by, detail: `${at}` }),
      )
    }
    await fresh.db.transact(tx => thread.add(tx, { ...event, id: 'i2' }))
    const first = await thread.of('idea', 'i1', 3)
    const second = await thread.of('idea', 'i1', 3, first.next)
    const told = [...first.items, ...second.items].map(({ detail, by: name }) => [detail, name])
    const expected = ['0', '1', '2', '3'].map(detail => [detail, 'camille'])
    assert.deepEqual(told, [...expected, ['4', undefined]])
    assert.equal(second.next, undefined)
    await assert.rejects(thread.of('idea', 'i1', 3, "1' or 1=1"), { code: 'malformed' })
  })

  it('keeps every event when many happen at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => fresh.db.transact(tx => thread.add(tx, event))))
    const { items } = await thread.of('idea', 'i1', 20)
    assert.deepEqual(
      items.map(({ number }) => number),
      [1, 2, 3, 4],
    )
  })

  it('goes with its transaction, and keeps 280 characters of a detail', async () => {
    await fresh.db.transact(tx => thread.add(tx, { ...event, detail: '🪪'.repeat(400) }))
    const failing = fresh.db.transact(async tx => {
      await thread.add(tx, event)
      throw new Error('rolled back')
    })
    await assert.rejects(failing, /rolled back/)
    const { items } = await thread.of('idea', 'i1', 20)
    assert.deepEqual(
      items.map(({ detail }) => detail),
      ['🪪'.repeat(280)],
    )
  })
})
