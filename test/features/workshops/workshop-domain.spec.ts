import assert from 'node:assert/strict'
import { changedWorkshop } from '../../../src/features/workshops/changes/domain.ts'
import { checkAnswerable } from '../../../src/features/workshops/seats/domain.ts'
import {
  PLAIN,
  stageOf,
  type TypedWorkshopDraft,
  type Workshop,
} from '../../../src/features/workshops/workshop/domain.ts'
import { draftOf } from '../../../src/features/workshops/workshop/draft.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'

const NOW = Date.UTC(2027, 3, 1, 8)
const typed: TypedWorkshopDraft = {
  title: ' Accueillir  mieux ',
  description: '',
  axis: 'territoires',
  startsAt: NOW + HOUR,
  endsAt: NOW + 3 * HOUR,
  place: 'Carcassonne',
  link: '',
  capacity: 48,
}

function workshop(capacity: number): Workshop {
  const counts = { ...PLAIN, seatsTaken: 0, directions: 0, createdAt: 0 }
  const unmoved = { revision: 0, moved: 'nothing', changedAt: 0 } as const
  return { ...draftOf({ ...typed, capacity }, NOW), ...counts, ...unmoved, id: 'w', organiser: 'p' }
}

const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted

const refused: [string, Partial<TypedWorkshopDraft>, string][] = [
  ['no title', { title: ' \u0000 ' }, 'title-missing'],
  ['a title of marks alone', { title: '\u200D\u0301' }, 'empty-text'],
  ['81 characters', { title: 'é'.repeat(81) }, 'too-long'],
  ['10,000 characters', { description: 'x'.repeat(10_000) }, 'too-long'],
  ['no date', { startsAt: undefined }, 'date-missing'],
  ['an end before the start', { endsAt: NOW }, 'ends-first'],
  ['no length at all', { endsAt: NOW + HOUR }, 'ends-first'],
  ['a date in the past', { startsAt: NOW - HOUR, endsAt: NOW + HOUR }, 'date-past'],
  ['neither place nor link', { place: ' ' }, 'where-missing'],
  ['a plain http link', { link: 'http://teams.microsoft.com' }, 'link-unsafe'],
  ['a script', { link: 'javascript:alert(1)' }, 'link-unsafe'],
  ['a link that hides its host', { link: 'https://teams.microsoft.com@evil.example' }, 'link-unsafe'],
  ['a link of 10,000 characters', { link: `https://x.example/${'a'.repeat(10_000)}` }, 'link-unsafe'],
  ['no seat', { capacity: 0 }, 'capacity'],
  ['a million seats', { capacity: 1_000_000 }, 'capacity'],
  ['half a seat', { capacity: 1.5 }, 'capacity'],
  ['no number of seats', { capacity: Number.NaN }, 'capacity'],
]

describe('a workshop’s draft', () => {
  it('is cleaned', () => {
    const draft = draftOf({ ...typed, link: 'HTTPS://Teams.Microsoft.com/a b', place: '' }, NOW)
    assert.equal(draft.title, 'Accueillir mieux')
    assert.equal(draft.link, 'https://teams.microsoft.com/a%20b')
  })

  for (const [what, change, code] of refused) {
    it(`is refused with ${what}`, () => {
      assert.throws(
        () => draftOf({ ...typed, ...change }, NOW),
        (error: unknown) => error instanceof Refusal && error.code === code,
      )
    })
  }
})

describe('a workshop', () => {
  it('is announced until its start, then under way, then over', () => {
    const one = workshop(1)
    assert.deepEqual(
      [one.startsAt - 1, one.startsAt, one.endsAt - 1, one.endsAt].map(now => stageOf(one, now)),
      ['announced', 'underway', 'underway', 'over'],
    )
  })

  it('takes no answer once it has begun, not even a withdrawal', () => {
    const one = workshop(1)
    for (const answer of ['yes', 'no'] as const)
      assert.throws(() => checkAnswerable(one, answer, one.startsAt), code('workshop-over'))
  })
})

describe('a workshop that changes', () => {
  const before = workshop(48)
  const change = (to: Partial<TypedWorkshopDraft>, seatsTaken = 0) =>
    changedWorkshop({ ...before, seatsTaken }, { ...typed, ...to }, NOW)

  const moves: [string, Partial<TypedWorkshopDraft>, Workshop['moved']][] = [
    ['another day', { startsAt: NOW + 25 * HOUR, endsAt: NOW + 27 * HOUR }, 'when'],
    ['a later end', { endsAt: NOW + 4 * HOUR }, 'when'],
    ['another place', { place: 'Toulouse' }, 'where'],
    ['a link', { link: 'https://teams.microsoft.com/l/1' }, 'where'],
    ['both', { endsAt: NOW + 4 * HOUR, place: 'Toulouse' }, 'both'],
  ]
  for (const [what, to, moved] of moves)
    it(`moves with ${what}: ${moved}`, () => {
      const after = change(to)
      assert.deepEqual([after.moved, after.revision, after.changedAt], [moved, 1, NOW])
    })

  it('does not move with its words or its seats', () => {
    const after = change({ title: 'Autre titre', description: 'Autre texte', capacity: 50 })
    assert.deepEqual([after.title, after.capacity], ['Autre titre', 50])
    assert.deepEqual([after.revision, after.moved, after.changedAt], [0, 'nothing', NOW])
  })

  it('stays itself when nothing of it changes, down to the spaces typed', () => {
    assert.equal(changedWorkshop(before, { ...typed, title: '  Accueillir   mieux' }, NOW), before)
  })

  it('keeps its axis and the seats taken', () => {
    const after = change({ axis: 'usager', capacity: 31 }, 31)
    assert.deepEqual([after.axis, after.capacity], ['territoires', 31])
    assert.throws(() => change({ capacity: 30 }, 31), code('capacity-taken'))
  })

  it('is refused what an announcement is, and any change from its start on', () => {
    assert.throws(() => change({ title: '' }), code('title-missing'))
    assert.throws(() => change({ startsAt: NOW - HOUR }), code('date-past'))
    assert.throws(() => changedWorkshop(before, typed, NOW + HOUR), code('change-over'))
  })
})
