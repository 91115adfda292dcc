import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  dueRound,
  endOf,
  firstRound,
  roundAfter,
  roundsOf,
} from '../../../src/features/trials/look-ins/rounds.ts'
import { RHYTHMS } from '../../../src/features/trials/trial/domain.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { clockIn, dateIn, dayAfter, momentOf } from '../../../src/kernel/time/time-zone.ts'

const ZONE = 'Europe/Paris'
const zone = fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'Atlantic/Azores')
const plan = fc
  .record({ start: fc.nat(700), days: fc.integer({ min: 1, max: 366 }), rhythm: fc.constantFrom(...RHYTHMS) })
  .map(({ start, days, rhythm }) => {
    const from = dayAfter('2027-01-04', start)
    return { from, until: dayAfter(from, days), rhythm }
  })
const days = (of: ReturnType<typeof roundsOf>) =>
  of.map(({ opensAt, closesAt }) => `${dateIn(opensAt, ZONE)} to ${dateIn(closesAt - 1, ZONE)}`)

describe('look-ins of a trial', () => {
  it('come every week, five days each, and a last one on its last three days', () => {
    const found = roundsOf({ from: '2027-04-05', until: '2027-05-14', rhythm: 'weekly' }, ZONE)
    assert.deepEqual(days(found), [
      '2027-04-12 to 2027-04-17',
      '2027-04-19 to 2027-04-24',
      '2027-04-26 to 2027-05-01',
      '2027-05-03 to 2027-05-08',
      '2027-05-12 to 2027-05-14',
    ])
    assert.deepEqual(
      found.map(({ number }) => number),
      [8, 15, 22, 29, 38],
    )
  })

  it('leave a regular one out that would meet the last, and come once where the rhythm is the end', () => {
    const of = (until: string, rhythm: 'fortnightly' | 'end') =>
      days(roundsOf({ from: '2027-04-05', until, rhythm }, ZONE))
    assert.deepEqual(of('2027-04-26', 'fortnightly'), ['2027-04-24 to 2027-04-26'])
    assert.deepEqual(of('2027-04-27', 'fortnightly'), [
      '2027-04-19 to 2027-04-24',
      '2027-04-25 to 2027-04-27',
    ])
    assert.deepEqual(of('2027-12-31', 'end'), ['2027-12-29 to 2027-12-31'])
    assert.deepEqual(of('2027-04-06', 'end'), ['2027-04-05 to 2027-04-06'])
  })

  it('are never two at once, begin at nine, end at midnight and with the trial, whatever the plan', () => {
    fc.assert(
      fc.property(plan, zone, (of, where) => {
        const rounds = roundsOf(of, where)
        assert.ok(rounds.length >= 1)
        assert.equal(new Set(rounds.map(({ number }) => number)).size, rounds.length)
        for (const [at, { number, opensAt, closesAt }] of rounds.entries()) {
          assert.ok(number >= 1 && opensAt < closesAt && closesAt - opensAt <= 6 * DAY)
          assert.equal(clockIn(opensAt, where), '09:00')
          // In the Azores summer time begins at midnight.
          assert.ok(['00:00', '01:00'].includes(clockIn(closesAt, where)))
          assert.ok((rounds[at - 1]?.closesAt ?? 0) < opensAt)
          assert.ok(dateIn(opensAt, where) >= of.from)
        }
        assert.equal(rounds.at(-1)?.closesAt, endOf(of.until, where))
      }),
    )
  })

  it('keep their numbers and days when the last day is moved, but those near either end', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 366 }), zone, (before, length, where) => {
        const after = { ...before, until: dayAfter(before.from, length) }
        const [one, other] = [roundsOf(before, where), roundsOf(after, where)]
        const shared = Math.min(one.length, other.length) - 1
        assert.deepEqual(one.slice(0, shared), other.slice(0, shared))
      }),
    )
  })

  it('follow one after the other to the last, from any moment', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: -30, max: 400 }), (of, day) => {
        const now = (momentOf(of.from, '12:00', ZONE) ?? 0) + day * DAY
        const due = dueRound(of, ZONE, now)
        assert.equal(due === undefined, now >= endOf(of.until, ZONE))
        const rest = roundsOf(of, ZONE).filter(({ closesAt }) => closesAt > now)
        for (const [at, each] of rest.entries())
          assert.deepEqual(roundAfter(of, ZONE, each.opensAt), rest[at + 1])
        assert.deepEqual(due, rest[0])
      }),
      { numRuns: 40 },
    )
  })

  it('begin with one before the first day, until that begins', () => {
    const of = { from: '2027-04-05', until: '2027-05-14', rhythm: 'weekly' } as const
    const begins = momentOf('2027-04-05', '00:00', ZONE) ?? 0
    assert.deepEqual(firstRound(of, ZONE, begins - HOUR), {
      number: 0,
      opensAt: begins - HOUR,
      closesAt: begins,
    })
    assert.equal(firstRound(of, ZONE, begins), undefined)
  })
})
