import assert from 'node:assert/strict'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { pilot, setMessages } from '../../support/features/messages.ts'

/** A Friday at five in the afternoon: half an hour is left to write in. */
const FRIDAY = Date.parse('2027-04-23T15:00:00Z')
const MONDAY = Date.parse('2027-04-26T07:00:00Z')
const ines = pilot('ines')

onEachEngine('a message that may come too late', engine => {
  let clock = fixedClock(FRIDAY)
  const standing = freshDatabase(engine, { clock: { now: () => clock.now() } })
  let set: ReturnType<typeof setMessages>
  beforeEach(() => {
    clock = fixedClock(FRIDAY)
    set = setMessages(standing.db, clock)
  })

  const stateOf = async (reason: string) =>
    (await standing.db.read(tx => messageStore(tx).byReason('ines', reason)))?.state
  const sent = () => set.out.map(({ at }) => at)
  const fullWeek = async () => {
    for (const reason of ['one', 'two', 'three']) await set.tell('ines', reason)
    await set.deliver()
    assert.equal(set.out.length, 3)
  }

  it('goes at the last moment of its time, and is not told for one that is a millisecond short', async () => {
    clock.advance(HOUR)
    await set.tell('ines', 'in time', { until: MONDAY })
    await set.tell('ines', 'too late', { until: MONDAY - 1 })
    assert.deepEqual([await stateOf('in time'), await stateOf('too late')], ['waiting', 'expired'])
    clock.advance(MONDAY - clock.now())
    await set.deliver()
    assert.deepEqual(sent(), [MONDAY])
  })

  it('is dropped when the server comes back too late', async () => {
    clock.advance(HOUR)
    await set.tell('ines', 'r', { until: MONDAY + HOUR })
    clock.advance(MONDAY + HOUR + MINUTE - clock.now())
    await set.deliver()
    assert.deepEqual([sent(), await stateOf('r')], [[], 'expired'])
  })

  it('goes all the same where it is a workshop called off before anybody works again, once', async () => {
    const start = Date.parse('2027-04-26T06:30:00Z')
    clock.advance(HOUR)
    const off = { topic: 'workshop-moved', until: start, subject: { mustReach: start } } as const
    await set.tell('ines', 'off', off)
    await set.tell('ines', 'news', { ...off, topic: 'seat-offered' })
    await set.tell('ines', 'off', off)
    await set.preferences.change(ines, { pausedUntil: '2027-05-14' })
    await set.pass(4 * DAY, 30 * MINUTE)
    assert.deepEqual([sent(), await stateOf('news')], [[start - 2 * HOUR], 'expired'])
    assert.equal(await stateOf('off'), 'sent')
  })

  it('goes neither where its topic is stopped, nor before the usual moment where there is one', async () => {
    const start = Date.parse('2027-04-26T12:00:00Z')
    clock.advance(HOUR)
    const off = { topic: 'workshop-moved', until: start, subject: { mustReach: start } } as const
    await set.tell('ines', 'off', off)
    await set.pass(3 * DAY, 30 * MINUTE)
    assert.deepEqual(sent(), [MONDAY])
    await set.preferences.change(ines, { topics: [{ topic: 'workshop-moved', on: false }] })
    await set.tell('ines', 'again', { ...off, until: clock.now() + HOUR, subject: {} })
    await set.deliver()
    assert.deepEqual([sent().length, await stateOf('again')], [1, 'stopped'])
  })

  it('goes before midnight ends its day only within hours', async () => {
    const midnight = Date.parse('2027-04-23T22:00:00Z')
    await set.tell('ines', 'now', { until: midnight })
    await set.deliver()
    clock.advance(HOUR)
    await set.tell('ines', 'after hours', { until: midnight })
    await set.tell('ines', 'next week', { until: MONDAY + DAY })
    await set.pass(4 * DAY, 30 * MINUTE)
    assert.deepEqual(
      [await stateOf('now'), await stateOf('after hours'), await stateOf('next week')],
      ['sent', 'expired', 'sent'],
    )
  })

  it('is dropped by a pause that is longer, and comes once when the pause is taken back in time', async () => {
    await set.preferences.change(ines, { pausedUntil: '2027-05-20' })
    await set.tell('ines', 'r', { until: MONDAY + 2 * DAY })
    await set.tell('ines', 'gone', { until: MONDAY - DAY })
    assert.deepEqual([await stateOf('r'), await stateOf('gone')], ['expired', 'expired'])
    clock.advance(MONDAY + HOUR - clock.now())
    for (let n = 0; n < 2; n++) await set.preferences.change(ines, { pausedUntil: null })
    await set.pass(2 * DAY, HOUR)
    assert.deepEqual([set.out.length, await stateOf('r'), await stateOf('gone')], [1, 'sent', 'expired'])
  })

  it('is dropped when the days off reach beyond its time, and comes when one is given back', async () => {
    await set.preferences.change(ines, { daysOff: ['monday', 'tuesday', 'friday'] })
    await set.tell('ines', 'r', { until: MONDAY + DAY })
    assert.equal(await stateOf('r'), 'expired')
    await set.preferences.change(ines, { daysOff: ['tuesday', 'friday'] })
    await set.pass(4 * DAY, HOUR)
    assert.deepEqual(sent(), [MONDAY])
  })

  it('is dropped when its week is full until after its time, and comes when more are wanted in time', async () => {
    clock.advance(MONDAY - clock.now())
    await set.preferences.change(ines, { perWeek: 1 })
    await set.tell('ines', 'first')
    await set.tell('ines', 'second', { until: MONDAY + 3 * DAY })
    await set.deliver()
    assert.deepEqual([set.out.length, await stateOf('second')], [1, 'expired'])
    await set.preferences.change(ines, { perWeek: 2 })
    await set.deliver()
    assert.deepEqual([set.out.length, await stateOf('second')], [2, 'sent'])
  })

  it('waits for the first moment of the next week when its own is full', async () => {
    await fullWeek()
    await set.tell('ines', 'r', { until: MONDAY })
    await set.deliver()
    assert.equal(await stateOf('r'), 'waiting')
    clock.advance(MONDAY - clock.now())
    await set.deliver()
    assert.deepEqual([set.out.length, sent().at(-1)], [4, MONDAY])
  })
})
