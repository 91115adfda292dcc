import assert from 'node:assert/strict'
import fc from 'fast-check'
import { monthsUntil } from '../../src/kernel/time/months.ts'
import { clockIn, dateIn, momentOf } from '../../src/kernel/time/time-zone.ts'

const PARIS = 'Europe/Paris'
const at = (iso: string) => Date.parse(iso)

describe('the moment of a wall clock', () => {
  it('is found on both sides of both clock changes', () => {
    assert.equal(momentOf('2027-03-27', '09:00', PARIS), at('2027-03-27T08:00:00Z'))
    assert.equal(momentOf('2027-03-28', '09:00', PARIS), at('2027-03-28T07:00:00Z'))
    assert.equal(momentOf('2027-10-31', '01:00', PARIS), at('2027-10-30T23:00:00Z'))
    assert.equal(momentOf('2027-10-31', '09:00', PARIS), at('2027-10-31T08:00:00Z'))
  })

  it('takes the hour after when spring skips it, and the first when autumn repeats it', () => {
    assert.equal(momentOf('2027-03-28', '02:30', PARIS), at('2027-03-28T01:30:00Z'))
    assert.equal(momentOf('2027-10-31', '02:30', PARIS), at('2027-10-31T00:30:00Z'))
  })

  it('costs no format of its own: thousands of them would take gigabytes', () => {
    const Native = Intl.DateTimeFormat
    let made = 0
    class Counting extends Native {
      constructor(...given: ConstructorParameters<typeof Native>) {
        super(...given)
        made += 1
      }
    }
    try {
      Object.assign(Intl, { DateTimeFormat: Counting })
      for (let day = 10; day < 30; day++) momentOf(`2027-06-${day}`, '09:00', 'Asia/Tokyo')
      assert.equal(made, 2)
    } finally {
      Object.assign(Intl, { DateTimeFormat: Native })
    }
  })

  it('reads back as the same wall clock, any day of ten years, in any zone', () => {
    const zones = fc.constantFrom(PARIS, 'UTC', 'America/Guadeloupe', 'Indian/Reunion', 'Pacific/Noumea')
    const moments = fc.integer({ min: at('2025-01-01'), max: at('2035-01-01') }).map(ms => ms - (ms % 60_000))
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        const again = momentOf(dateIn(moment, zone), clockIn(moment, zone), zone)
        assert.ok(again !== undefined && (again === moment || Math.abs(again - moment) === 3_600_000))
        assert.equal(clockIn(again, zone), clockIn(moment, zone))
      }),
    )
  })

  it('does not take what is no date or no time', () => {
    for (const [date, time] of [
      ['2027-02-30', '09:00'],
      ['2027-13-01', '09:00'],
      ['27-02-01', '09:00'],
      ['', ''],
      ['2027-02-01', '25:00'],
      ['2027-02-01', '9:00'],
      ['9999-12-31', '09:00'],
      ['0000-01-01', '09:00'],
    ] as const) {
      assert.equal(momentOf(date, time, PARIS), undefined, `${date} ${time}`)
    }
  })
})

describe('the months up to a moment', () => {
  it('begin at midnight in the zone, on both sides of a clock change and of a year', () => {
    assert.deepEqual(monthsUntil(at('2027-04-30T22:30:00Z'), PARIS, 2), [
      { month: '2027-04', from: at('2027-03-31T22:00:00Z') },
      { month: '2027-05', from: at('2027-04-30T22:00:00Z') },
    ])
    assert.deepEqual(
      monthsUntil(at('2027-02-14T12:00:00Z'), PARIS, 3).map(({ month }) => month),
      ['2026-12', '2027-01', '2027-02'],
    )
  })
})
