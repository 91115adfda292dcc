import assert from 'node:assert/strict'
import { needStore } from '../../../src/features/workshops/attendees/needs-store.ts'
import { visitStore } from '../../../src/features/workshops/attendees/store.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { agent, draft, lab, usecasesOn } from '../../support/workshops/workshops.ts'

onEachEngine('what people say of their coming to a workshop', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  /** A workshop at which agents 1 to 3 have a seat, and 4 has none. */
  async function published(): Promise<string> {
    const workshops = usecasesOn(standing.db, clock)
    const { id } = await workshops.publish(lab, draft(clock.now()), [])
    for (const number of [1, 2, 3, 4]) await workshops.answer(agent(number), id, number < 4 ? 'yes' : 'no')
    return id
  }

  it('is kept for each, paged, and forgotten once it is over or they do not come', async () => {
    const [first, second] = [await published(), await published()]
    await standing.db.transact(async tx => {
      for (const workshop of [first, second])
        for (const person of ['p-1', 'p-2', 'p-4'])
          await needStore(tx).put({ workshop, person, text: `${person} first`, at: 1 })
      await needStore(tx).put({ workshop: first, person: 'p-2', text: 'anew', at: 2 })
      await needStore(tx).remove(second, 'p-1')
    })
    const page = (workshop: string, limit: number, after?: string) =>
      standing.db.read(async tx =>
        (await needStore(tx).page(workshop, limit, after)).map(({ person, text }) => [person, text]),
      )
    assert.deepEqual(await page(first, 1), [['p-1', 'p-1 first']])
    assert.deepEqual(await page(first, 9, 'p-1'), [['p-2', 'anew']])
    await standing.db.transact(tx => needStore(tx).forget(clock.now()))
    assert.deepEqual(await page(first, 9), [
      ['p-1', 'p-1 first'],
      ['p-2', 'anew'],
    ])
    const left = await standing.db.read(tx => needStore(tx).find(second, 'p-4'))
    assert.equal(left, undefined)
    await standing.db.transact(tx => needStore(tx).forget(clock.now() + 27 * HOUR))
    assert.deepEqual([await page(first, 9), await page(second, 9)], [[], []])
  })

  it('shows those who said so, by pages, without who asks', async () => {
    const id = await published()
    await standing.db.transact(async tx => {
      for (const person of ['p-1', 'p-2', 'p-3', 'p-4']) await visitStore(tx).setShown(id, person, true)
      await visitStore(tx).setShown(id, 'p-3', false)
    })
    await standing.db.read(async tx => {
      const visits = visitStore(tx)
      assert.deepEqual(await visits.shown(id, 'p-9', 9), ['p-1', 'p-2'])
      assert.deepEqual(await visits.shown(id, 'p-1', 9), ['p-2'])
      assert.deepEqual(await visits.shown(id, 'p-9', 1, 'p-1'), ['p-2'])
      assert.deepEqual([await visits.isShown(id, 'p-1'), await visits.isShown(id, 'p-3')], [true, false])
      assert.equal(await visits.isShown(id, 'nobody'), false)
    })
  })

  it('ends with the seat: who comes back is not shown unasked', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const id = await published()
    const shown = () => standing.db.read(tx => visitStore(tx).isShown(id, 'p-1'))
    await standing.db.transact(async tx => {
      await visitStore(tx).setShown(id, 'p-1', true)
      await needStore(tx).put({ workshop: id, person: 'p-1', text: 'a ramp', at: 1 })
    })
    await workshops.answer({ ...agent(1), direction: 'direction-9' }, id, 'yes')
    assert.equal(await shown(), true)
    await workshops.answer(agent(1), id, 'no')
    assert.deepEqual([await shown(), await standing.db.read(tx => needStore(tx).page(id, 9))], [false, []])
    // Rows of seats given up before this rule existed.
    await standing.db.transact(tx => visitStore(tx).setShown(id, 'p-1', true))
    await workshops.answer(agent(1), id, 'yes')
    assert.equal(await shown(), false)
  })

  it('goes with them to another day, where what they said already stands', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const [old, next] = [await published(), await published()]
    for (const number of [1, 3]) await workshops.answer(agent(number), next, 'no')
    const say = (workshop: string, person: string, text: string) =>
      standing.db.transact(tx => needStore(tx).put({ workshop, person, text, at: 1 }))
    for (const person of ['p-1', 'p-2', 'p-3']) {
      await say(old, person, `${person} old`)
      await standing.db.transact(tx => visitStore(tx).setShown(old, person, person !== 'p-3'))
    }
    await say(next, 'p-2', 'p-2 next')
    for (const number of [1, 2, 3]) await workshops.swap(agent(number), old, next)
    const [left, kept, names] = await standing.db.read(async tx => {
      const { find } = needStore(tx)
      const of = (id: string) => Promise.all(['p-1', 'p-2', 'p-3'].map(person => find(id, person)))
      return [await of(old), await of(next), await visitStore(tx).shown(next, '', 9)]
    })
    assert.deepEqual(left, [undefined, undefined, undefined])
    assert.deepEqual(kept, ['p-1 old', 'p-2 next', 'p-3 old'])
    // The second had a seat there, and had not asked to be shown in it.
    assert.deepEqual(names, ['p-1'])
    await workshops.swap(agent(1), next, old)
    const back = await standing.db.read(async tx => [
      await needStore(tx).find(old, 'p-1'),
      await visitStore(tx).isShown(old, 'p-1'),
      await visitStore(tx).isShown(next, 'p-1'),
    ])
    assert.deepEqual(back, ['p-1 old', true, false])
  })

  it('stays where it was said when there is no seat on the other day', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const old = await published()
    const { id: full } = await workshops.publish(lab, draft(clock.now(), { capacity: 1 }), [])
    await workshops.answer(agent(5), full, 'yes')
    await standing.db.transact(async tx => {
      await needStore(tx).put({ workshop: old, person: 'p-1', text: 'a ramp', at: 1 })
      await visitStore(tx).setShown(old, 'p-1', true)
    })
    await assert.rejects(workshops.swap(agent(1), old, full))
    const kept = await standing.db.read(async tx => [
      await needStore(tx).find(old, 'p-1'),
      await visitStore(tx).isShown(old, 'p-1'),
    ])
    assert.deepEqual(kept, ['a ramp', true])
  })
})
