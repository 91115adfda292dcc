import assert from 'node:assert/strict'
import { weigh } from './chain.ts'
import { gainOf } from './guess.ts'
import { playAttack } from './play.ts'
import { rowsOf } from './report.ts'
import { heldRule, plainRule } from './rule.ts'

describe('who reads every figure and knows what all the others did', () => {
  const days = [1, 3, 4, 5, 5]

  it('would read the last one where a count is plainly rounded, as soon as it passes a step', () => {
    const sight = { rule: plainRule(40), known: days, unknown: 0, rate: 0 }
    const told = weigh({ ...sight, shown: [0, 0, 5, 5, 5] })
    assert.equal(told.never, 0)
    assert.deepEqual(told.on, [1, 1, 1, 0, 0])
    assert.deepEqual(weigh({ ...sight, shown: [0, 0, 0, 5, 5] }), { never: 1, on: [0, 0, 0, 1, 1] })
  })

  it('reads next to nothing where it is held back: the same move is as likely without the target', () => {
    const known = [4, 9, 14, 20, 22]
    const { never, on } = weigh({ rule: heldRule(80), shown: [0, 0, 10, 10, 10], known, unknown: 0, rate: 0 })
    assert.ok(never > 0)
    for (const chance of on) assert.ok(Math.abs(chance / never - 1) <= 0.2)
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

  it('is played on the product itself: every door says what the rule says, the programme no more than its parts', async function () {
    this.timeout(60_000)
    const played = await playAttack({ sizes: [5, 12, 30, 60], days: 8, seed: 3 })
    assert.equal(played.seen.beyond, 0)
    for (const shown of [...played.seen.participants.values(), ...played.seen.unshared.values()]) {
      assert.equal(shown.length, 8)
      assert.ok(shown.every(value => [0, 10, 30].includes(value)))
    }
    // What is seen is possible by the rule that the attacker takes it for.
    for (const { gain } of rowsOf([played], heldRule)) assert.ok(Number.isFinite(gain.points))
  })
})
