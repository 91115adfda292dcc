import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { utteranceStore } from '../../src/features/utterances/utterance/store.ts'
import { utteranceUsecases } from '../../src/features/utterances/utterance/usecases.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

onEachEngine('when what was typed is erased', engine => {
  const clock = fixedClock(Date.parse('2027-04-22T08:03:00Z'))
  const database = freshDatabase(engine, { clock })
  const camille = { id: 'camille', name: 'Camille Martin', role: 'agent', language: 'fr' } as const

  /** `erased`: after each batch. */
  function usecases(erased = () => {}) {
    const { transact, read, once, note } = database.db
    const store = (tx: Tx) => {
      const own = utteranceStore(tx)
      const eraseExpired = (now: number, limit: number) => own.eraseExpired(now, limit).finally(erased)
      return { ...own, eraseExpired }
    }
    const guess = async () => undefined
    return utteranceUsecases({ store, guess, transact, read, once, note, clock, ids: randomIds })
  }
  const keep = (text: string) => usecases().keep(camille, text, [])
  const kept = () =>
    database.db.read(async tx =>
      (await open(tx).selectFrom('utterance').select('text').orderBy('text').execute()).map(
        ({ text }) => text,
      ),
    )

  /** As delivery does; `meanwhile` happens between the claim and what the fact does. */
  async function deliverDue(meanwhile = async () => {}, erased?: () => void): Promise<void> {
    for (let taken = await database.db.queue.take(); taken; taken = await database.db.queue.take()) {
      await meanwhile()
      await usecases(erased).expire()
      await database.db.queue.finish(taken.id)
    }
  }

  it('is within a day, though something else is typed while an older text is being erased', async () => {
    await keep('a')
    clock.advance(22 * HOUR)
    await keep('b')
    clock.advance(HOUR + 10 * MINUTE)
    await deliverDue(async () => {
      await keep('c')
    })
    assert.deepEqual(await kept(), ['b', 'c'])
    clock.advance(22 * HOUR)
    await deliverDue()
    assert.deepEqual(await kept(), ['c'])
    clock.advance(2 * HOUR)
    await deliverDue()
    assert.deepEqual(await kept(), [])
  })

  it('is within a day, though it expires while an older text is being erased', async () => {
    await keep('a')
    clock.advance(7 * MINUTE + 1)
    await keep('b')
    clock.advance(23 * HOUR - 1)
    await deliverDue(
      async () => {},
      () => clock.advance(MINUTE),
    )
    clock.advance(HOUR - MINUTE)
    await deliverDue()
    assert.deepEqual(await kept(), [])
  })

  it('is by one fact for all that is typed within some minutes', async () => {
    for (const text of ['a', 'b', 'c']) await keep(text)
    const facts = await database.db.read(tx => open(tx).selectFrom('fact').selectAll().execute())
    assert.equal(facts.length, 1)
  })
})
