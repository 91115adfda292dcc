import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import {
  lastDayOf,
  nearnessOf,
  needsLastDayEdit,
  startOf,
  type Work,
} from '../../../src/features/ballots/lifecycle/last-day.ts'
import { nextAllowed, workdaysIn } from '../../../src/features/messages/calendar/domain.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { clockIn, dateIn, dayAfter, momentOf } from '../../../src/kernel/time/time-zone.ts'
import { fixedClock, freshDatabase, sqlite } from '../../support/database/engines.ts'
import { ballot, lastDaysOn, usecasesOn } from '../../support/features/ballots.ts'
import { factsOf, lab } from '../../support/workshops/workshops.ts'

const ZONE = 'Europe/Paris'
const WEEK = [1, 2, 3, 4, 5]
const at = (day: string, time = '18:00') => momentOf(day, time, ZONE) ?? Number.NaN

function workOn(days: readonly number[], from = '09:00', closed: readonly string[] = []): Work {
  const calendar = { hours: { from, until: '23:59' }, days, closed: (day: string) => closed.includes(day) }
  const beginsOn = async (day: string) => {
    const start = startOf(day, ZONE)
    return nextAllowed(start, calendar, ZONE) ?? start
  }
  return { workdays: workdaysIn(calendar), beginsOn }
}

const closing = (closesAt: number, opensAt = closesAt - 7 * DAY) => ({ opensAt, closesAt })

describe('the last day of a ballot', () => {
  it('is the day on which it closes, where people work on it', async () => {
    const last = await lastDayOf(closing(at('2027-05-04')), ZONE, workOn(WEEK))
    deepEqual(last, { day: '2027-05-04', beginsAt: at('2027-05-04', '09:00') })
  })

  it('is the last day worked before a weekend, a holiday, and hours at which nobody works yet', async () => {
    const days: Record<string, string> = {}
    for (const [day, time] of [
      ['2027-05-02', '18:00'],
      ['2027-05-06', '18:00'],
      ['2027-05-04', '08:00'],
      ['2027-05-04', '00:00'],
    ] as const) {
      const work = workOn(WEEK, '09:00', ['2027-05-06'])
      days[`${day} ${time}`] = (await lastDayOf(closing(at(day, time)), ZONE, work)).day
    }
    deepEqual(days, {
      '2027-05-02 18:00': '2027-04-30',
      '2027-05-06 18:00': '2027-05-05',
      '2027-05-04 08:00': '2027-05-03',
      '2027-05-04 00:00': '2027-05-03',
    })
  })

  it('begins when the clock says so, on the days on which it is changed', async () => {
    const everyDay = workOn([1, 2, 3, 4, 5, 6, 7])
    for (const day of ['2027-03-28', '2027-10-31']) {
      const { beginsAt } = await lastDayOf(closing(at(day)), ZONE, everyDay)
      deepEqual([dateIn(beginsAt, ZONE), clockIn(beginsAt, ZONE)], [day, '09:00'])
    }
  })

  it('is said where the ballot opened before it, and of today or of a day that nobody works', async () => {
    const sunday = closing(at('2027-05-02'), at('2027-04-30', '07:00'))
    const last = await lastDayOf(sunday, ZONE, workOn(WEEK))
    equal(needsLastDayEdit(sunday, last, ZONE), false)
    equal(needsLastDayEdit({ ...sunday, opensAt: at('2027-04-29') }, last, ZONE), true)
    const said = ['2027-04-29', '2027-04-30', '2027-05-01', '2027-05-02'].map(day =>
      nearnessOf(sunday, last, at(day, '12:00'), ZONE),
    )
    deepEqual(said, [undefined, 'workday', undefined, 'today'])
  })

  it('is worked, and no later one begins before the end, whenever it ends and whoever works', async () => {
    const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    const minute = fc.integer({ min: at('2027-01-01') / 60_000, max: at('2028-01-01') / 60_000 })
    const from = fc.constantFrom('00:00', '02:30', '07:00', '09:00', '12:00')
    const holidays = fc.array(fc.integer({ min: 0, max: 365 }), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(days, minute, from, holidays, async (worked, ends, begins, off) => {
        const closesAt = ends * 60_000
        const closed = off.map(days => dayAfter('2027-01-01', days))
        const work = workOn(worked, begins, closed)
        const { day, beginsAt } = await lastDayOf(closing(closesAt), ZONE, work)
        ok(beginsAt < closesAt)
        equal(dateIn(beginsAt, ZONE), day)
        const later = work.workdays.after(day)
        ok(dateIn(closesAt - 1, ZONE) < later || (await work.beginsOn(later)) >= closesAt)
      }),
    )
  })
})

describe('the card of a ballot on its last day', () => {
  const clock = fixedClock()
  const standing = freshDatabase(sqlite, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const days = () => lastDaysOn(standing.db, clock)
  const due = async () =>
    (await factsOf(standing.db)).filter(({ kind }) => kind === 'ballots.last-day').length
  /** Until 18:00 of a Wednesday, on which people work from nine. */
  const opened = (day: string, change = {}) =>
    use().open(lab, ballot(clock.now(), { closesAt: at(day), ...change }), [])
  const forget = () => standing.db.transact(tx => open(tx).deleteFrom('fact').execute())

  it('is foreseen when it is prepared, and at each start of the server, and drawn once', async () => {
    const { id } = await opened('2027-04-28')
    clock.advance(at('2027-04-28', '08:00') - clock.now() - 1)
    await days().resume()
    equal(await due(), 0)
    // As a version left it that knew of no last day.
    await forget()
    for (const _ of [1, 2]) await days().resume()
    clock.advance(1)
    deepEqual([await due(), await days().isDue(id)], [1, true])
    await days().resume()
    clock.advance(HOUR)
    equal(await due(), 0)
  })

  it('is not foreseen of one that is closed by then, nor of one that opens on that day', async () => {
    const [one, draft] = [await opened('2027-05-05'), await opened('2027-05-05', { opensAt: 'hand' })]
    clock.advance(at('2027-05-05', '07:00') - clock.now())
    await use().close(lab, one.id)
    await use().start(lab, draft.id)
    clock.advance(HOUR)
    deepEqual([await days().isDue(one.id), await days().isDue(draft.id)], [false, false])
  })

  it('waits where the calendar has moved the day since', async () => {
    const { id } = await opened('2027-05-12')
    await factsOf(standing.db)
    clock.advance(at('2027-05-11', '08:00') - clock.now())
    deepEqual([await days().isDue(id), await due()], [false, 0])
    clock.advance(DAY)
    deepEqual([await due(), await days().isDue(id)], [1, true])
  })
})
