import assert from 'node:assert/strict'
import { createSchedules } from '../../src/conversation/routing/schedules.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import type { Fact } from '../../src/kernel/storage/outbox.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'

import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const KIND = 'clock.struck'
const log = silentLogger

onEachEngine('what comes round by the clock', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const hourly = (after: number) => (Math.floor(after / HOUR) + 1) * HOUR
  const halfPast = (after: number) => hourly(after - HOUR / 2) + HOUR / 2
  const schedules = (next: (after: number) => number | undefined = hourly) =>
    createSchedules({ ...standing.db, clock, log, ids: randomIds, schedules: [{ kind: KIND, next }] })
  let ran: Fact[]
  const run = async (fact: Fact) => {
    ran.push(fact)
    return []
  }
  beforeEach(() => {
    ran = []
  })

  /** All that is due, acted upon as delivery does. */
  async function deliver(next: Parameters<typeof schedules>[0] = hourly): Promise<void> {
    const expand = schedules(next).kept(run)
    for (let taken = await standing.db.queue.take(); taken; taken = await standing.db.queue.take()) {
      await expand(taken.fact)
      await standing.db.queue.finish(taken.id)
    }
  }
  const moments = () => ran.map(({ payload }) => payload.at)

  it('does not run while it is off, and runs once it is on again and begun anew', async () => {
    let isOn = true
    const next = (after: number) => (isOn ? hourly(after) : undefined)
    await schedules(next).begin()
    isOn = false
    clock.advance(HOUR)
    await deliver(next)
    assert.deepEqual(ran, [])
    isOn = true
    await schedules(next).begin()
    clock.advance(HOUR)
    await deliver(next)
    assert.equal(ran.length, 1)
  })

  it('runs once, however many instances start', async () => {
    await Promise.all([schedules().begin(), schedules().begin(), schedules().begin()])
    await deliver()
    assert.deepEqual(ran, [])
    const due = hourly(clock.now())
    clock.advance(HOUR)
    await deliver()
    assert.deepEqual(moments(), [due])
  })

  it('runs again at its next moment, whatever became of the last one', async () => {
    const { begin, kept } = schedules()
    await begin()
    clock.advance(HOUR)
    const taken = await standing.db.queue.take()
    const failing = kept(() => Promise.reject(new Error('lost')))
    await assert.rejects(failing(taken?.fact ?? { kind: '', payload: {} }))
    await standing.db.queue.deadLetter(taken?.id ?? '')
    clock.advance(HOUR)
    await deliver()
    assert.equal(ran.length, 1)
  })

  it('is not run a second time by an instance that starts right after', async () => {
    await schedules().begin()
    clock.advance(HOUR)
    await deliver()
    await schedules().begin()
    await deliver()
    assert.equal(ran.length, 1)
  })

  it('runs once after a day asleep, for the moment that was missed first', async () => {
    const due = hourly(clock.now())
    await schedules().begin()
    clock.advance(DAY)
    await schedules().begin()
    await deliver()
    assert.deepEqual(moments(), [due])
    clock.advance(HOUR)
    await deliver()
    assert.equal(ran.length, 2)
  })

  it('runs at once the first time that anything starts, if it should, and never again for that', async () => {
    const first = { kind: KIND, next: hourly, atFirst: true }
    const starting = () =>
      createSchedules({ ...standing.db, clock, log, ids: randomIds, schedules: [first] }).begin()
    await Promise.all([starting(), starting()])
    await deliver()
    await starting()
    await deliver()
    assert.deepEqual(moments(), [undefined])
  })

  it('does not run at a moment that it no longer names', async () => {
    await schedules().begin()
    const half = schedules(halfPast)
    await half.begin()
    for (let gone = 0; gone < 2 * HOUR; gone += 15 * MINUTE) {
      clock.advance(15 * MINUTE)
      await deliver(halfPast)
    }
    assert.ok(ran.length >= 1)
    assert.deepEqual(
      moments().filter(at => Number(at) % HOUR !== HOUR / 2),
      [],
    )
  })
})
