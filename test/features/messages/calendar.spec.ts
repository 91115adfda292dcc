import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  type Calendar,
  nextAllowed,
  nextDay,
  nextWeek,
  weekOf,
  workdaysIn,
} from '../../../src/features/messages/calendar/domain.ts'
import { calendarOf } from '../../../src/features/messages/calendar/holidays.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { dayAfter } from '../../../src/kernel/time/time-zone.ts'
import type { Weekday } from '../../../src/kernel/time/week.ts'
import { programme } from '../../support/programme/programme.ts'

const ZONE = 'Europe/Paris'
const OFFICE = [1, 2, 3, 4, 5]
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const QUARTER = 15 * MINUTE

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
const weekdays = new Intl.DateTimeFormat('en', { timeZone: ZONE, weekday: 'short' })

/** What a wall clock and a wall calendar show, read without any of our own code. */
function wall(ms: number) {
  const [day = '', time = ''] = clock.format(ms).split(' ')
  return { day, time, weekday: WEEKDAYS.indexOf(weekdays.format(ms)) + 1 }
}

function isAllowed(ms: number, { hours, days, closed }: Calendar, pausedUntil = ''): boolean {
  const { day, time, weekday } = wall(ms)
  return (
    days.includes(weekday) && !closed(day) && day > pausedUntil && hours.from <= time && time < hours.until
  )
}

/** Quarters of an hour of 2026 to 2028, both clock changes of each year among them more often. */
const CHANGES = ['2026-10-25', '2027-03-28', '2027-10-31', '2028-03-26'].map(day =>
  Date.parse(`${day}T01:00:00Z`),
)
const START = Date.parse('2026-01-01T00:00:00Z')
const anyTime = fc.oneof(
  fc.integer({ min: 0, max: (3 * 365 * DAY) / QUARTER }).map(quarters => START + quarters * QUARTER),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -8 * 96, max: 8 * 96 }))
    .map(([change, quarters]) => change + quarters * QUARTER),
)
/** None within the hour that a change skips or brings twice: a wall clock cannot say when such hours end. */
const time = fc
  .integer({ min: 0, max: 95 })
  .map(quarter => new Date(quarter * QUARTER).toISOString().slice(11, 16))
  .filter(wall => !/^02:[^0]/.test(wall))
const hours = fc
  .tuple(time, time)
  .filter(([one, other]) => one !== other)
  .map(pair => pair.toSorted() as [string, string])
  .map(([from, until]) => ({ from, until }))
const closedDays = fc.uniqueArray(fc.integer({ min: -2, max: 12 }), { maxLength: 8 })

describe('the next moment at which the bot may write', () => {
  it('is allowed, and none before it is', () => {
    fc.assert(
      fc.property(
        anyTime,
        hours,
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        closedDays,
        fc.integer({ min: -3, max: 6 }),
        (now, hours, worked, closed, paused) => {
          const today = wall(now).day
          const days = new Set(closed.map(far => dayAfter(today, far)))
          const calendar = { hours, days: worked, closed: (day: string) => days.has(day) }
          const pausedUntil = dayAfter(today, paused)
          const found = nextAllowed(now, calendar, ZONE, { pausedUntil })
          assert.ok(found !== undefined && found >= now)
          assert.ok(isAllowed(found, calendar, pausedUntil), new Date(found).toISOString())
          for (let at = now; at < found; at += QUARTER)
            assert.ok(!isAllowed(at, calendar, pausedUntil), `${new Date(at).toISOString()} was allowed`)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is now, when now is allowed', () => {
    const calendar = { hours: { from: '09:00', until: '17:30' }, days: OFFICE, closed: () => false }
    const thursday = Date.parse('2027-04-22T08:00:00Z')
    assert.equal(nextAllowed(thursday, calendar, ZONE), thursday)
    assert.equal(nextAllowed(thursday, calendar, ZONE, { pausedUntil: '2027-04-21' }), thursday)
    const paused = nextAllowed(thursday, calendar, ZONE, { pausedUntil: '2027-04-22' })
    assert.equal(paused, Date.parse('2027-04-23T07:00:00Z'))
  })

  it('is on no day that the person wants off', () => {
    const calendar = { hours: { from: '09:00', until: '17:30' }, days: OFFICE, closed: () => false }
    const wednesday = Date.parse('2027-04-21T08:00:00Z')
    const off = (...daysOff: Weekday[]) => nextAllowed(wednesday, calendar, ZONE, { daysOff })
    assert.equal(off('tuesday', 'thursday'), wednesday)
    assert.equal(off('wednesday'), Date.parse('2027-04-22T07:00:00Z'))
    assert.equal(off('wednesday', 'thursday', 'friday'), Date.parse('2027-04-26T07:00:00Z'))
    const every = off('monday', 'tuesday', 'wednesday', 'thursday', 'friday')
    assert.equal(every, undefined)
  })

  it('is at nine by the wall, on either side of both clock changes', () => {
    const calendar = { hours: { from: '09:00', until: '17:30' }, days: OFFICE, closed: () => false }
    const friday = (day: string) => Date.parse(`${day}T20:00:00Z`)
    assert.equal(nextAllowed(friday('2027-03-26'), calendar, ZONE), Date.parse('2027-03-29T07:00:00Z'))
    assert.equal(nextAllowed(friday('2027-10-29'), calendar, ZONE), Date.parse('2027-11-01T08:00:00Z'))
  })

  it('is nowhere when nobody ever works', () => {
    const calendar = { hours: { from: '09:00', until: '17:30' }, days: OFFICE, closed: () => true }
    assert.equal(nextAllowed(START, calendar, ZONE), undefined)
  })
})

describe('the calendar of the programme', () => {
  const days = [
    ['2027-03-29', 'Easter Monday'],
    ['2027-05-06', 'Ascension Day'],
    ['2027-05-17', 'Whit Monday'],
    ['2027-07-14', 'the national day'],
    ['2027-11-11', 'Armistice'],
    ['2026-12-24', 'a closure'],
    ['2027-08-20', 'the last day of a closure'],
  ] as const
  for (const [day, what] of days)
    it(`is closed on ${what}`, async () =>
      assert.ok((await calendarOf(programme.calendar)(START)).closed(day)))

  it('is open on an ordinary day, and on a feast that is no holiday', async () => {
    const { closed } = await calendarOf(programme.calendar)(START)
    assert.deepEqual(['2027-04-22', '2027-08-23', '2027-05-30'].filter(closed), [])
  })

  it('follows the country that the method file names', async () => {
    const rules = { ...programme.calendar, country: 'BE' }
    assert.ok((await calendarOf(rules)(START)).closed('2027-07-21'))
  })

  it('knows the holidays of a region', async () => {
    const [here, moselle] = [programme.calendar, { ...programme.calendar, region: '57' }]
    assert.equal((await calendarOf(here)(START)).closed('2028-12-26'), false)
    assert.equal((await calendarOf(moselle)(START)).closed('2028-12-26'), true)
  })

  it('works on the days that the method file names', async () => {
    const rules = { ...programme.calendar, days: ['tuesday', 'saturday'] as const }
    const calendar = await calendarOf(rules)(START)
    const [friday, saturday] = ['2027-04-23T20:00:00Z', '2027-04-24T07:00:00Z'].map(Date.parse)
    assert.equal(nextAllowed(friday ?? 0, calendar, ZONE), saturday)
  })
})

describe('the working days around a day', () => {
  it('leave out weekends, holidays and closures, on either side', async () => {
    const days = workdaysIn(await calendarOf(programme.calendar)(Date.parse('2027-04-26T08:00:00Z')))
    // Ascension Day, and Whit Monday.
    assert.deepEqual([days.after('2027-05-05'), days.before('2027-05-07')], ['2027-05-07', '2027-05-05'])
    assert.deepEqual([days.after('2027-05-14'), days.before('2027-05-18')], ['2027-05-18', '2027-05-14'])
    assert.deepEqual([days.after('2027-04-27'), days.before('2027-04-27')], ['2027-04-28', '2027-04-26'])
  })

  it('are all where nobody ever works', () => {
    const days = workdaysIn({ days: [], closed: () => false })
    assert.deepEqual([days.after('2027-05-05'), days.before('2027-05-05')], ['2027-05-06', '2027-05-04'])
  })
})

describe('weeks', () => {
  it('are those of ISO 8601, by the wall of the zone', () => {
    const weeks = [
      ['2027-04-22T08:00:00Z', '2027-W16'],
      ['2027-01-03T22:59:00Z', '2026-W53'],
      ['2027-01-03T23:00:00Z', '2027-W01'],
      ['2028-12-31T12:00:00Z', '2028-W52'],
      ['2025-12-29T12:00:00Z', '2026-W01'],
    ] as const
    for (const [at, week] of weeks) assert.equal(weekOf(Date.parse(at), ZONE), week, at)
  })

  it('end where the next begins, and hold seven days', () => {
    fc.assert(
      fc.property(anyTime, now => {
        const next = nextWeek(now, ZONE)
        const before = new Set([weekOf(now, ZONE), weekOf(next - 1, ZONE)])
        assert.equal(before.size, 1)
        assert.notEqual(weekOf(next, ZONE), weekOf(now, ZONE))
        assert.ok(next > now && next - now <= 7 * DAY + HOUR)
        assert.equal(wall(next).time, '00:00')
        assert.equal(wall(nextDay(now, ZONE)).day, dayAfter(wall(now).day))
      }),
    )
  })
})
