import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Calendar, nextAllowed } from '../../../src/features/messages/calendar/domain.ts'
import { mustReachBy, sendingMoment } from '../../../src/features/messages/sending/moment.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { dateIn, dayAfter } from '../../../src/kernel/time/time-zone.ts'
import type { Weekday } from '../../../src/kernel/time/week.ts'

const ZONE = 'Europe/Paris'
const CALENDAR: Calendar = {
  hours: { from: '09:00', until: '17:30' },
  days: [1, 2, 3, 4, 5],
  closed: day => day === '2027-05-06',
}
const at = (text: string) => Date.parse(`${text}+02:00`)
const SUNDAY = at('2027-04-25T20:02')

const moment = fc.integer({ min: 0, max: 30 * 96 }).map(quarters => SUNDAY + quarters * 15 * MINUTE)
const timeOff = fc.record({
  pausedUntil: fc.integer({ min: -3, max: 20 }).map(days => dayAfter('2027-04-25', days)),
  daysOff: fc.subarray(['monday', 'tuesday', 'thursday'] as Weekday[]),
})

describe('the moment at which a message goes', () => {
  it('is, of what must reach somebody, never after its end nor earlier than asked, and the usual one where there is one', () => {
    fc.assert(
      fc.property(moment, moment, moment, timeOff, (from, one, other, off) => {
        const [mustReach, until] = [Math.min(one, other), Math.max(one, other)]
        const found = sendingMoment({ at: from, until, mustReach }, CALENDAR, ZONE, off)
        const usual = sendingMoment({ at: from, until }, CALENDAR, ZONE, off)
        if (from > until) return assert.equal(found, undefined)
        assert.ok(found !== undefined && found >= from && found <= until)
        if (usual !== undefined && usual < mustReach) assert.equal(found, usual)
        if (from < mustReach) assert.ok(found < mustReach)
        // Scheduled again at that time, it is sent: the forecast was right.
        assert.equal(sendingMoment({ at: found, until, mustReach }, CALENDAR, ZONE, off), found)
        const worked = nextAllowed(found, CALENDAR, ZONE) === found
        const isLate = found === from || found === Math.min(mustReach, until) - 2 * HOUR
        assert.ok(worked || isLate || found === until - 2 * HOUR, new Date(found).toISOString())
      }),
      { numRuns: 2_000 },
    )
  })

  const reaches = (from: string, start: string, off = {}) => {
    const until = at(start)
    return sendingMoment({ at: at(from), until, mustReach: until }, CALENDAR, ZONE, off)
  }

  it('is two hours before a workshop that begins before anybody works, and at once when that is past', () => {
    assert.equal(reaches('2027-04-25T20:02', '2027-04-26T08:30'), at('2027-04-26T06:30'))
    assert.equal(reaches('2027-04-25T20:02', '2027-04-26T09:00'), at('2027-04-26T07:00'))
    assert.equal(reaches('2027-04-26T18:59', '2027-04-26T19:45'), at('2027-04-26T18:59'))
  })

  it('is in working hours where any are left, in a pause and on a day without messages too', () => {
    const pause = { pausedUntil: '2027-05-31' }
    assert.equal(reaches('2027-04-25T20:02', '2027-04-27T08:30', pause), at('2027-04-26T09:00'))
    assert.equal(
      reaches('2027-04-25T20:02', '2027-04-26T14:00', { daysOff: ['monday'] }),
      at('2027-04-26T09:00'),
    )
    // The pause ends in time.
    const short = { pausedUntil: dateIn(SUNDAY + DAY, ZONE) }
    assert.equal(reaches('2027-04-25T20:02', '2027-04-28T08:30', short), at('2027-04-27T09:00'))
  })

  it('waits for nobody’s time off only where the topic must reach, the first time', () => {
    const [subject, until] = [{ mustReach: SUNDAY }, SUNDAY + DAY]
    const told = { person: 'p', subject, until, from: 0, round: 1 }
    for (const topic of ['workshop-moved', 'facilitating'] as const)
      assert.equal(mustReachBy({ ...told, topic }), SUNDAY)
    for (const topic of ['workshop-soon', 'seat-offered', 'idea-answered', 'broadcast'] as const)
      assert.equal(mustReachBy({ ...told, topic }), undefined)
    assert.equal(mustReachBy({ ...told, topic: 'workshop-moved', subject: {} }), until)
    assert.equal(mustReachBy({ ...told, topic: 'workshop-moved', sentAt: SUNDAY }), undefined)
    assert.equal(mustReachBy({ ...told, topic: 'workshop-moved', round: 2 }), undefined)
  })
})
