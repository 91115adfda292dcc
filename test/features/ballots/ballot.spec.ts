import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  type Ballot,
  checkOpen,
  leadersOf,
  ranked,
  stageOf,
} from '../../../src/features/ballots/ballot/domain.ts'
import { draftOf, type TypedBallotDraft } from '../../../src/features/ballots/drafting/domain.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { plainRules } from '../../support/features/ballot-rules.ts'

const NOW = Date.UTC(2027, 3, 1, 8)
const idea = { title: 'Relire nos courriers', idea: 'i1', axis: 'usager' }
const typed: TypedBallotDraft = {
  question: ' Quelle idée  tester ? ',
  ideas: [idea],
  lines: ' Un carnet \n\n\tUn bureau ouvert\r\n',
  closesAt: NOW + DAY,
}
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `Proposition ${at}`).join('\n')

const refused: [string, Partial<TypedBallotDraft>, string][] = [
  ['no question', { question: ' \u0000 ' }, 'question-missing'],
  ['a question of marks alone', { question: '\u200D\u0301' }, 'empty-text'],
  ['a question of 121 characters', { question: 'é'.repeat(121) }, 'too-long'],
  ['10,000 characters', { question: 'x'.repeat(10_000) }, 'too-long'],
  ['no option', { ideas: [], lines: '' }, 'options-few'],
  ['one option', { ideas: [], lines: 'Seule' }, 'options-few'],
  ['21 options', { lines: numbered(20) }, 'options-many'],
  ['10,000 options', { lines: numbered(10_000) }, 'options-many'],
  ['an option of 121 characters', { lines: `Courte\n${'é'.repeat(121)}` }, 'option-long'],
  ['an option of 10,000 characters', { lines: 'x'.repeat(10_000) }, 'option-long'],
  ['an option of which nothing can be seen', { lines: '\u200D' }, 'empty-text'],
  ['the same option twice', { lines: 'RELIRE nos  courriers' }, 'options-same'],
  ['the same but for accents and apostrophes', { lines: "L’été\nl'ete" }, 'options-same'],
  [
    'more than a card can hold',
    { lines: Array.from({ length: 19 }, (_, at) => `${at}${'*'.repeat(110)}`).join('\n') },
    'options-heavy',
  ],
  ['no end', { closesAt: undefined }, 'end-missing'],
  ['an end in the past', { closesAt: NOW - 1 }, 'date-past'],
  ['an end that is now', { closesAt: NOW }, 'date-past'],
  ['an end in a year', { closesAt: NOW + 365 * DAY }, 'end-far'],
]

function ballotOf(votes: readonly number[]): Ballot {
  const options = votes.map((count, at) => ({
    id: `o${at}`,
    title: `Option ${at}`,
    votes: count,
    voters: count,
  }))
  const total = votes.reduce((sum, count) => sum + count, 0)
  const { question, closesAt } = draftOf(typed, NOW)
  return {
    ...plainRules(NOW),
    id: 'b',
    question,
    closesAt,
    options,
    votes: total,
    organiser: 'p',
    createdAt: NOW,
  }
}

describe('a ballot’s draft', () => {
  it('is cleaned: ideas first, then what was typed, one a line', () => {
    assert.deepEqual(draftOf(typed, NOW), {
      question: 'Quelle idée tester ?',
      options: [idea, { title: 'Un carnet' }, { title: 'Un bureau ouvert' }],
      closesAt: NOW + DAY,
      ...plainRules(NOW),
    })
  })

  it('takes 20 options, as long as ideas may be, and 90 days', () => {
    const ideas = Array.from({ length: 20 }, (_, at) => ({
      title: `${at} ${'é'.repeat(180)}`,
      idea: `i${at}`,
    }))
    assert.equal(draftOf({ ...typed, ideas, lines: '', closesAt: NOW + 90 * DAY }, NOW).options.length, 20)
    const long = [{ title: 'x'.repeat(280), idea: 'i' }]
    assert.equal(draftOf({ ...typed, ideas: long }, NOW).options[0]?.title.length, 280)
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

describe('a ballot', () => {
  it('is open until its end, and then takes no vote', () => {
    const one = ballotOf([0, 0])
    assert.deepEqual(
      [one.closesAt - 1, one.closesAt].map(now => stageOf(one, now)),
      ['open', 'closed'],
    )
    checkOpen(one, one.closesAt - 1)
    assert.throws(() => checkOpen(one, one.closesAt), /ballot-closed/)
  })

  it('has one winner, several on a tie, none without votes', () => {
    const winners = (votes: number[]) => leadersOf(ballotOf(votes).options).map(({ id }) => id)
    assert.deepEqual([winners([1, 3, 2]), winners([2, 0, 2]), winners([0, 0])], [['o1'], ['o0', 'o2'], []])
  })

  it('ranks by votes, with equal places for equal votes in the organiser’s order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 20 }), votes => {
        const places = ranked(ballotOf(votes).options)
        assert.equal(places[0]?.rank, 1)
        for (const [at, place] of places.entries()) {
          const before = places[at - 1]
          if (!before) continue
          assert.ok(before.votes >= place.votes)
          assert.equal(place.rank, before.votes === place.votes ? before.rank : at + 1)
          if (before.votes === place.votes) assert.ok(Number(before.id.slice(1)) < Number(place.id.slice(1)))
        }
      }),
    )
  })
})
