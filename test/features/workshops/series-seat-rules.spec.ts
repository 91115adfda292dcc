import assert from 'node:assert/strict'
import fc from 'fast-check'
import { calledOff } from '../../../src/features/workshops/cancellation/domain.ts'
import { changedWorkshop } from '../../../src/features/workshops/changes/domain.ts'
import { checkQuotaSum, quotaLines, quotasIn } from '../../../src/features/workshops/seats/quota-text.ts'
import { quotasOf } from '../../../src/features/workshops/seats/quotas.ts'
import { checkRules, rulesFor, settingsIn, settingsOf } from '../../../src/features/workshops/seats/rules.ts'
import { nextDate } from '../../../src/features/workshops/series/domain.ts'
import { PLAIN, type Workshop } from '../../../src/features/workshops/workshop/domain.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { programme } from '../../support/programme/programme.ts'

const PARIS = 'Europe/Paris'
const { directions } = programme
/** Thursday 22 April 2027, half past nine in Paris. */
const FIRST = Date.UTC(2027, 3, 22, 7, 30)
const NOW = FIRST - 20 * DAY
const SETTINGS = {
  reserved: 6,
  quotas: true,
  releaseDays: 7,
  opensAt: null,
  closeDays: 2,
  confirmHours: 24,
}

const workshop: Workshop = {
  ...PLAIN,
  id: 'w',
  title: 'Accueillir mieux',
  description: '',
  axis: 'territoires',
  startsAt: FIRST,
  endsAt: FIRST + 3 * HOUR,
  place: 'Carcassonne',
  link: '',
  capacity: 48,
  organiser: 'p',
  seatsTaken: 30,
  directions: 4,
  createdAt: 0,
  revision: 2,
  moved: 'nothing',
  changedAt: 0,
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.details.line ?? ''}`.trim()
    throw error
  }
  return 'done'
}

describe('quotas as they are typed', () => {
  const read = (text: string) => [...quotasIn(text, directions)]

  it('name a Direction in full, by its id or by words that no other has, then its seats', () => {
    assert.deepEqual(
      read('Direction des finances 12\nlycees 40\nCommande publique : 3\nNumérique = 4\n\nmer\t0'),
      [
        ['finances', 12],
        ['lycees', 40],
        ['achats', 3],
        ['numerique', 4],
        ['mer-littoral', 0],
      ],
    )
  })

  it('are refused with their line where they say no Direction, several, one twice or no whole number', () => {
    const wrong = {
      'Direction des finances': 'quota-line 1',
      'finances 12\nlycées douze': 'quota-line 2',
      'finances -3': 'quota-line 1',
      'finances 1,5': 'quota-line 1',
      'finances 1.5': 'quota-line 1',
      '12': 'quota-line 1',
      'finances 123456': 'quota-line 1',
      'DAF 12': 'quota-unknown 1',
      'finance 12': 'quota-unknown 1',
      'finances 1 500': 'quota-unknown 1',
      'patrimoine 4': 'quota-vague 1',
      'direction 4': 'quota-vague 1',
      'finances 4\nDirection des finances 2': 'quota-twice 2',
    }
    const said = Object.keys(wrong).map(text => [text, codeOf(() => read(text))])
    assert.deepEqual(Object.fromEntries(said), wrong)
  })

  it('read back what they were written as, whatever the seats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), seats => {
        const quotas = quotasOf(directions, seats)
        checkQuotaSum(quotas, seats)
        assert.deepEqual(quotasIn(quotaLines(quotas, directions), directions), quotas)
      }),
    )
  })

  it('share out exactly the seats there are', () => {
    const quotas = new Map([['lycees', 40]])
    assert.equal(
      codeOf(() => checkQuotaSum(quotas, 40)),
      'done',
    )
    for (const seats of [39, 41])
      assert.equal(
        codeOf(() => checkQuotaSum(quotas, seats)),
        'quota-sum',
      )
  })
})

describe('how the seats of a series are given out', () => {
  it('is counted back from each day at the same time of the clock, on both sides of its change', () => {
    const { releaseAt, closesAt } = rulesFor(FIRST, SETTINGS, PARIS)
    assert.deepEqual([releaseAt, closesAt], [FIRST - 7 * DAY, FIRST - 2 * DAY])
    // Clocks go forward on Sunday 28 March 2027.
    const monday = Date.UTC(2027, 2, 29, 7, 30)
    assert.equal(rulesFor(monday, SETTINGS, PARIS).closesAt, Date.UTC(2027, 2, 27, 8, 30))
    assert.equal(rulesFor(monday, { ...SETTINGS, closeDays: 0 }, PARIS).closesAt, null)
  })

  it('is read back from any day as it was set', () => {
    for (const startsAt of [FIRST, Date.UTC(2027, 2, 29, 7, 30), Date.UTC(2027, 9, 31, 8)])
      assert.deepEqual(settingsIn({ startsAt, ...rulesFor(startsAt, SETTINGS, PARIS) }, PARIS), SETTINGS)
  })

  it('is refused where it makes no sense', () => {
    const set = (change: object) => codeOf(() => settingsOf({ ...SETTINGS, ...change }))
    assert.deepEqual(
      [{ reserved: -1 }, { reserved: 1.5 }, { releaseDays: 61 }, { closeDays: Number.NaN }].map(set),
      ['reserved-wrong', 'reserved-wrong', 'days-wrong', 'days-wrong'],
    )
    assert.deepEqual([{ confirmHours: 0 }, { opensAt: undefined }].map(set), [
      'hours-wrong',
      'opening-unknown',
    ])
    const hold = (change: object) => codeOf(() => checkRules({ ...workshop, ...change }))
    assert.deepEqual([{}, { reserved: 48 }, { opensAt: FIRST }, { opensAt: NOW, closesAt: NOW }].map(hold), [
      'done',
      'reserved-many',
      'opening-last',
      'opening-last',
    ])
  })
})

describe('the day that is proposed next', () => {
  const at = (...days: number[]) =>
    nextDate(
      days.map(day => ({ startsAt: FIRST + day * DAY })),
      PARIS,
    )
  it('is a week after the only one, then as far as the last two are apart', () => {
    assert.deepEqual(
      [at(), at(0), at(0, 1), at(0, 14), at(0, 0)],
      [undefined, '2027-04-29', '2027-04-24', '2027-05-20', '2027-04-29'],
    )
  })
})

describe('a workshop that is called off', () => {
  it('keeps its seats, counts as changed for calendars, and is so once', () => {
    const off = calledOff(workshop, 'cancelled', 'Salle prise', NOW)
    assert.deepEqual(off, {
      ...workshop,
      state: 'cancelled',
      reason: 'Salle prise',
      revision: 3,
      changedAt: NOW,
    })
    assert.equal(calledOff(off, 'cancelled', 'Autre raison', NOW + 1), off)
    assert.equal(
      codeOf(() => calledOff(off, 'postponed', 'Non', NOW)),
      'call-off-done',
    )
  })

  it('is refused for a draft, and from its start on', () => {
    assert.equal(
      codeOf(() => calledOff({ ...workshop, state: 'draft' }, 'cancelled', 'x', NOW)),
      'call-off-draft',
    )
    assert.equal(
      codeOf(() => calledOff(workshop, 'cancelled', 'x', FIRST)),
      'call-off-over',
    )
  })

  it('can be cancelled once postponed, even after the day it was on', () => {
    const later = calledOff(workshop, 'postponed', 'Grève', NOW)
    assert.equal(calledOff(later, 'cancelled', 'Grève', FIRST + DAY).state, 'cancelled')
  })

  it('is announced again as a move once it has a date, be it the same', () => {
    const later = calledOff(workshop, 'postponed', 'Grève', NOW)
    const again = changedWorkshop(later, later, NOW)
    assert.deepEqual([again.state, again.reason, again.moved, again.revision], ['announced', '', 'when', 4])
    const elsewhere = changedWorkshop(later, { ...later, place: 'Narbonne' }, NOW)
    assert.equal(elsewhere.moved, 'both')
    assert.equal(
      codeOf(() => changedWorkshop({ ...workshop, state: 'cancelled' }, workshop, NOW)),
      'call-off-done',
    )
  })
})
