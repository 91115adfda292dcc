import assert from 'node:assert/strict'
import fc from 'fast-check'
import { looksOn, nextOf } from '../../../src/features/nudges/rules/schedule.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'

const PARIS = 'Europe/Paris'
const SPRING = '2027-03-28'
const AUTUMN = '2027-10-31'

/** Every moment at which a rule looks on the days around `day`, whatever moment it is asked at. */
function looksAround(at: string, day: string): string[] {
  const next = nextOf({ at }, PARIS)
  const begin = Date.parse(`${day}T00:00:00Z`) - DAY - 2 * HOUR
  const found = new Set<number>()
  for (let now = begin; now < begin + 3 * DAY; now += 7 * MINUTE) found.add(next(now))
  return [...found]
    .map(ms => new Date(ms).toISOString())
    .filter(iso => dateIn(Date.parse(iso), PARIS) === day)
}

describe('when a rule of nudges looks', () => {
  it('is at its time on the wall, once, on each day on which clocks change', () => {
    assert.deepEqual(looksAround('30 9 * * *', SPRING), [`${SPRING}T07:30:00.000Z`])
    assert.deepEqual(looksAround('30 9 * * *', AUTUMN), [`${AUTUMN}T08:30:00.000Z`])
  })

  it('is the first moment after the hour that is skipped, and the first coming of one that comes twice', () => {
    assert.deepEqual(looksAround('30 2 * * *', SPRING), [`${SPRING}T01:00:00.000Z`])
    assert.deepEqual(looksAround('30 2 * * *', AUTUMN), [`${AUTUMN}T00:30:00.000Z`])
  })

  it('is once a day at most, at any time and on any day of two years', () => {
    const time = fc.tuple(fc.nat(59), fc.nat(23))
    const from = Date.parse('2026-12-31T12:00:00Z')
    fc.assert(
      fc.property(time, fc.nat(730), ([minute, hour], days) => {
        const next = nextOf({ at: `${minute} ${hour} * * *` }, PARIS)
        const one = next(from + days * DAY)
        const other = next(one)
        assert.equal(Date.parse(dateIn(other, PARIS)) - Date.parse(dateIn(one, PARIS)), DAY)
      }),
      { numRuns: 300 },
    )
  })

  it('is known of a day, from its first moment to its last', () => {
    const monday = { at: '30 6 * * 1' }
    const at = (moment: string) => looksOn(monday, Date.parse(moment), PARIS)
    assert.deepEqual(
      ['2027-04-25T21:59:00Z', '2027-04-25T22:00:00Z', '2027-04-26T21:59:00Z', '2027-04-26T22:00:00Z'].map(
        at,
      ),
      [false, true, true, false],
    )
    assert.ok(looksOn({ at: '0 0 * * *' }, Date.parse('2027-04-26T10:00:00Z'), PARIS))
  })
})
