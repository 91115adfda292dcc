import assert from 'node:assert/strict'
import { weigh } from './chain.ts'
import { failureOf } from './error.ts'
import { type Guess, gainOf } from './guess.ts'
import { guessMovingBefore, playMoving } from './moving.ts'
import { playAttack } from './play.ts'
import { failureRow, jsonOf, movingRow, rowsOf, SIGHTS } from './report.ts'
import { coarseRule, fineRule, plainRule } from './rule.ts'
import { placesOf } from './world.ts'

describe('who reads every figure and knows what all the others did', () => {
  const days = [1, 3, 4, 5, 5]

  it('would read the last one where a count is plainly rounded, as soon as it passes a step', () => {
    const sight = { rule: plainRule(40), known: days, unknown: 0, rate: 0 }
    const told = weigh({ ...sight, shown: [0, 0, 5, 5, 5] })
    assert.equal(told.never, 0)
    assert.deepEqual(told.on, [1, 1, 1, 0, 0])
    assert.deepEqual(weigh({ ...sight, shown: [0, 0, 0, 5, 5] }), { never: 1, on: [0, 0, 0, 1, 1] })
  })

  it('reads little where it is an estimate: the same move is about as likely without the target', () => {
    const known = [14, 20, 27, 29, 30]
    const sight = { rule: coarseRule(300), known, unknown: 0, rate: 0 }
    const { never, on } = weigh({ ...sight, shown: [10, 10, 25, 25, 25] })
    assert.ok(never > 0)
    for (const chance of on) assert.ok(Math.abs(chance / never - 1) <= 0.3)
  })

  it('weighs who is unknown as often as chance has them', () => {
    const sight = { rule: plainRule(40), known: [4], unknown: 10, rate: 0.3 }
    assert.ok(Math.abs(weigh({ ...sight, shown: [0] }).never - 0.7 ** 10) < 1e-9)
    assert.equal(weigh({ ...sight, shown: [0] }).on[0], 0)
  })

  it('gains over a coin what is right beyond half, of those who did and those who did not alike', () => {
    const guess = (did: number, not: number, truth: boolean, where: string) => ({ did, not, truth, where })
    const guesses = [
      guess(1, 0, true, 'a'),
      guess(1, 0, true, 'b'),
      guess(0, 1, false, 'a'),
      guess(1, 0, false, 'b'),
    ]
    assert.equal(gainOf(guesses).points, 25)
    assert.equal(gainOf([guess(1, 1, true, 'a'), guess(1, 1, false, 'a')]).points, 0)
  })

  it('is played on the product itself: what every door says is what the rule allows', async function () {
    this.timeout(60_000)
    const shares = { commitment: 0.2, support: 0.1, vote: 0.5 }
    const population = {
      name: 'few',
      shares,
      placesOf: (seed: number) => placesOf([5, 12, 30, 60, 110], seed),
    }
    const played = await playAttack({ population, days: 35, seed: 3 })
    const { seen, moved, places } = played
    // People are estimated on Mondays alone, of Directions every second one.
    assert.equal(moved, 0)
    assert.deepEqual([seen.allReadings.length, seen.readings.length], [5, 2])
    for (const { id, people } of places)
      for (const shown of seen.participants.get(id) ?? [])
        assert.ok(
          shown === 0 || (people >= 19 && coarseRule(people).levelOf(shown) > 0),
          `${shown} of ${people}`,
        )
    for (const shown of seen.all) assert.ok(shown === 0 || fineRule(217).levelOf(shown) > 0)
    assert.ok(seen.turnouts.size > 0 && (seen.all.at(-1) ?? 0) >= 100)
    const rows = rowsOf('after', [played], ['app', 'nine', 'all'])
    for (const { gain } of rows) assert.ok(Number.isFinite(gain.points))
    const failure = failureRow('after', [played])
    assert.ok(failure.error < 25 && failure.programme <= 5 && failure.numbers >= 80, JSON.stringify(failure))
    // What was before, of the same people, was further from the truth.
    const before = failureOf([SIGHTS.before.caseOf(played)], SIGHTS.before.unsaid)
    assert.ok(before.error > 1.5 * failure.error && before.programme > 20)
    const lines = jsonOf(rows, [failure]).map(line => JSON.parse(line))
    assert.deepEqual(Object.keys(lines[0]).slice(0, 2), ['attacker', 'gain'])
    assert.equal(Object.keys(lines.at(-1))[0], 'error')
  })

  it('is played by thirty who move: nobody who leaves moves a figure, as they did before', async function () {
    this.timeout(120_000)
    const gained = (guesses: readonly Guess[]) => gainOf(guesses).points
    const before = [1, 2, 3].flatMap(seed => guessMovingBefore(seed, 100))
    assert.ok(gained(before) > 25)
    // Of so few people little can be said with certainty: what gains as before is found out.
    const { guesses, shown } = await playMoving({ days: 42, seed: 1, most: 60 })
    const { gain } = movingRow('after', guesses)
    assert.ok(gain.points - gain.give < 5, JSON.stringify(gain))
    // What is seen is what the rule allows of people who are counted once, where they were: no figure falls.
    assert.ok(guesses.every(({ did, not }) => did > 0 && not > 0))
    for (const series of shown)
      assert.deepEqual(
        series,
        series.toSorted((one, other) => one - other),
      )
    assert.ok(shown.some(series => new Set(series).size > 1))
  })
})
