import assert from 'node:assert/strict'
import { createSchedules } from '../../src/conversation/schedules.ts'
import { HOUR } from '../../src/kernel/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../db/engines.ts'

const KIND = 'clock.struck'

onEachEngine('what comes round by the clock', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const next = (after: number) => (Math.floor(after / HOUR) + 1) * HOUR
  const schedules = () => createSchedules({ ...standing.db, clock, schedules: [{ kind: KIND, next }] })

  it('waits once, however many instances start', async () => {
    await Promise.all([schedules().begin(), schedules().begin(), schedules().begin()])
    assert.equal(await standing.db.queue.take(), undefined)
    clock.advance(HOUR)
    assert.equal((await standing.db.queue.take())?.fact.kind, KIND)
    assert.equal(await standing.db.queue.take(), undefined)
  })

  it('waits again from the moment it is handled, whatever becomes of the handling', async () => {
    const { begin, again } = schedules()
    await begin()
    clock.advance(HOUR)
    const taken = await standing.db.queue.take()
    await again(taken?.fact ?? { kind: '', payload: {} })
    await standing.db.queue.bury(taken?.id ?? '')
    assert.equal(await standing.db.queue.nextDue(), next(clock.now()))
  })

  it('was due while nothing ran, and is done at once', async () => {
    await schedules().begin()
    clock.advance(3 * HOUR)
    await schedules().begin()
    assert.equal((await standing.db.queue.take())?.fact.kind, KIND)
  })
})
