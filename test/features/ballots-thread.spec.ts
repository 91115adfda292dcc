import assert from 'node:assert/strict'
import { threadStore } from '../../src/features/thread/store.ts'
import { DAY } from '../../src/kernel/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../db/engines.ts'
import { ballot, usecasesOn } from '../support/ballots.ts'
import { agent, lab } from '../support/workshops.ts'

onEachEngine('a ballot in the thread of the ideas it asks about', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const opened = (change = {}) => use().open(lab, ballot(clock.now(), change), [])

  const eventsOf = async (idea: string) => {
    const events = await standing.db.read(tx => threadStore(tx).of('idea', idea, 20, 0))
    return events.map(({ kind, at, by, detail }) => [kind, at, by, detail])
  }

  it('is told when it opens, and once when it is closed by hand, though its time comes later', async () => {
    const { id, question, createdAt, closesAt } = await opened()
    const began = ['balloted', createdAt, undefined, question]
    assert.deepEqual(await eventsOf('idea1'), [began])
    assert.deepEqual(await eventsOf('idea2'), [])
    await use().conclude(id)
    assert.deepEqual(await eventsOf('idea1'), [began])
    clock.advance(DAY)
    await Promise.all([1, 2, 3].map(() => use().close(lab, id)))
    const told = [began, ['result', clock.now(), undefined, question]]
    assert.deepEqual(await eventsOf('idea1'), told)
    clock.advance(closesAt - clock.now())
    await use().conclude(id)
    assert.deepEqual(await eventsOf('idea1'), told)
  })

  it('is told once when the clock ends it, at the end that was announced', async () => {
    const { id, question, closesAt } = await opened({ ideas: ['idea1', 'idea2'] })
    clock.advance(8 * DAY)
    await Promise.all([1, 2, 3].map(() => use().conclude(id)))
    for (const idea of ['idea1', 'idea2'])
      assert.deepEqual((await eventsOf(idea)).slice(1), [['result', closesAt, undefined, question]])
  })

  it('names nobody who voted', async () => {
    const { id, options } = await opened()
    const before = await eventsOf('idea1')
    await use().vote(agent(1), id, options[0]?.id ?? '')
    assert.deepEqual(await eventsOf('idea1'), before)
  })

  it('is told by nothing when opening it fails, and by nothing of a ballot that is gone', async () => {
    await assert.rejects(opened({ ideas: ['idea1', 'nothing'] }), { code: 'idea-gone' })
    await use().conclude('nothing')
    assert.deepEqual(await eventsOf('idea1'), [])
  })
})
