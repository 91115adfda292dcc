import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  type ChoiceRules,
  choiceOf,
  only,
  pointsOn,
  SINGLE,
  sameChoice,
  type VoteChoice,
} from '../../../src/features/ballots/ballot/choice.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'

const options = Array.from({ length: 5 }, (_, at) => ({ id: `o${at}` }))
const approval: ChoiceRules = { kind: 'approval', most: 3, perOption: 1 }
const dots: ChoiceRules = { kind: 'dots', most: 7, perOption: 3 }

const chosen = (rules: ChoiceRules, tried: VoteChoice) => choiceOf({ ...rules, options }, tried)
const all = (...points: readonly number[]): VoteChoice =>
  points.map((each, at) => ({ option: `o${at}`, points: each }))
const total = (choice: VoteChoice) => choice.reduce((sum, { points }) => sum + points, 0)

const refused: readonly [string, ChoiceRules, VoteChoice, string][] = [
  ['nothing', SINGLE, only(''), 'choice-missing'],
  ['points that are all 0', dots, all(0, 0), 'choice-missing'],
  ['another ballot’s option', SINGLE, only('else'), 'option-unknown'],
  ['two of a single choice', SINGLE, all(1, 1), 'too-many-choices'],
  ['two points of a single choice', SINGLE, all(2), 'malformed'],
  ['four of three', approval, all(1, 1, 1, 1), 'too-many-choices'],
  ['two points where one approves', approval, all(2), 'malformed'],
  ['one option twice', approval, [...all(1), ...all(1)], 'malformed'],
  ['one option twice in points', dots, [...all(1), ...all(1)], 'malformed'],
  ['eight points of seven', dots, all(3, 3, 2), 'too-many-dots'],
  ['four points on one', dots, all(4), 'too-many-dots'],
  ['half a point', dots, all(0.5), 'dots-whole'],
  ['a point taken away', dots, all(3, -1), 'dots-whole'],
  ['points without end', dots, all(Number.POSITIVE_INFINITY), 'dots-whole'],
]

describe('a choice', () => {
  for (const [what, rules, tried, code] of refused)
    it(`is refused with ${what}`, () => {
      assert.throws(
        () => chosen(rules, tried),
        (error: unknown) => error instanceof Refusal && error.code === code,
      )
    })

  it('is kept in the order of the options, without those that got nothing', () => {
    assert.deepEqual(chosen(dots, [{ option: 'o3', points: 0 }, ...all(0, 2, 3)]), [
      { option: 'o1', points: 2 },
      { option: 'o2', points: 3 },
    ])
    assert.ok(sameChoice(chosen(dots, all(0, 2)), chosen(dots, [{ option: 'o1', points: 2 }])))
    assert.ok(!sameChoice(chosen(dots, all(0, 2)), all(1)))
    assert.ok(!sameChoice(undefined, all(1)))
    assert.equal(pointsOn(undefined, 'o1'), 0)
  })

  it('never goes beyond what may be chosen, whatever is sent', () => {
    const ids = fc.constantFrom(...options.map(({ id }) => id), 'else', '')
    const points = fc.oneof(fc.nat(4), fc.integer({ min: -3, max: 99 }), fc.double())
    const tried = fc.array(fc.record({ option: ids, points }), { maxLength: 8 })
    const rules = fc.constantFrom(SINGLE, approval, dots)
    fc.assert(
      fc.property(rules, tried, (ballot, sent) => {
        let choice: VoteChoice
        try {
          choice = chosen(ballot, sent)
        } catch (error) {
          assert.ok(error instanceof Refusal)
          return
        }
        assert.ok(choice.length > 0 && total(choice) <= ballot.most)
        assert.ok(choice.every(each => each.points >= 1 && each.points <= ballot.perOption))
        assert.equal(new Set(choice.map(({ option }) => option)).size, choice.length)
        assert.deepEqual(chosen(ballot, choice), choice)
        assert.ok(sent.every(({ option, points: given }) => pointsOn(choice, option) === given))
      }),
      { numRuns: 2_000 },
    )
  })
})
