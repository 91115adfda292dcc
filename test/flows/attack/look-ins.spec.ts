import assert from 'node:assert/strict'
import { answersWithin } from '../../../src/kernel/personal-data/counts.ts'
import { KEPT_SPREAD, laplace, SAID, saidMean } from '../../../src/kernel/personal-data/step-mean.ts'
import { playLookIns, playSeries } from './look-ins.ts'
import { ALONE, chanceOf, type LookInRule, NOW, ROUNDED } from './look-ins-rule.ts'
import { lookInErrors } from './look-ins-worth.ts'

const STEPS = [0, 1, 2, 3, 4, 5] as const
type Ways = { readonly answers: number; readonly sum: number }

/** What accomplices can have done, as far as it matters: how many answered, and the sum of their steps. */
function waysOf(people: number): readonly Ways[] {
  const ways: Ways[] = []
  for (let answers = 0; answers <= people; answers++)
    for (let sum = answers; sum <= 5 * answers; sum++) ways.push({ answers, sum })
  return ways
}

/** Of each thing that may be seen, the answers of one person and the numbers of others who answered that may stand behind it. */
function behind(rule: LookInRule, trying: number, accomplices: number, known: Ways) {
  const seen = new Map<string, { readonly steps: Set<number>; readonly silent: Set<number> }>()
  for (const step of STEPS)
    for (const { answers, sum } of waysOf(trying - accomplices - 1)) {
      const round = {
        answers: answers + known.answers + Number(step > 0),
        sum: sum + known.sum + step,
        trying,
      }
      for (const shown of rule.shown(round.answers, trying).keys())
        for (const said of shown === 0 ? [0] : SAID) {
          if (chanceOf(rule, { answers: shown, said }, round) === 0) continue
          const key = `${shown} ${said}`
          const found = seen.get(key) ?? { steps: new Set<number>(), silent: new Set<number>() }
          found.steps.add(step)
          found.silent.add(trying - accomplices - answers - Number(step > 0))
          seen.set(key, found)
        }
    }
  return seen
}

/** Things seen that leave less than every answer of one person, or fewer than five numbers of silent ones. */
function holes(rule: LookInRule, trying: number, accomplices: number): number {
  let found = 0
  for (const known of waysOf(accomplices))
    for (const { steps, silent } of behind(rule, trying, accomplices, known).values())
      if (steps.size < STEPS.length || silent.size < Math.min(5, trying - accomplices + 1)) found++
  return found
}

describe('who reads a look-in with four accomplices, whatever these answer', function () {
  this.timeout(60_000)

  it('can exclude no answer of anybody, and is left with five numbers of those who said nothing: of 5 to 16 people, all cases', () => {
    for (let trying = 5; trying <= 16; trying++)
      for (let accomplices = 0; accomplices <= 4; accomplices++)
        assert.equal(holes(NOW, trying, accomplices), 0, `${trying} try, ${accomplices} accomplices`)
  })

  it('could by a mean that is only rounded, from five answers of nine on: one accomplice is enough', () => {
    assert.ok(holes(ROUNDED, 9, 1) > 0)
    assert.ok(holes(ROUNDED, 9, 4) > holes(ROUNDED, 9, 1))
  })

  it('knows the product’s rule: what is drawn by it comes as often as she reckons', () => {
    const DRAWS = 20_000
    const draws = Array.from({ length: DRAWS }, (_, at) => (at + 0.5) / DRAWS)
    for (const counts of [
      [1, 2, 3, 2, 1],
      [0, 0, 0, 2, 4],
      [30, 5, 0, 0, 0],
    ]) {
      const answers = counts.reduce((all, count) => all + count, 0)
      const sum = counts.reduce((all, count, at) => all + count * (at + 1), 0)
      for (const said of SAID) {
        for (const kept of [0.02, 0.5, 0.7]) {
          const noise = KEPT_SPREAD * laplace(kept)
          const share = draws.filter(draw => saidMean(counts, draw, kept) === said).length / DRAWS
          assert.ok(Math.abs(share - NOW.said(said, sum + noise, answers)) < 0.001)
        }
      }
      for (const trying of [12, 13, 20, 60])
        for (const [shown, chance] of NOW.shown(answers, trying)) {
          const share = draws.filter(draw => answersWithin(answers, trying, draw) === shown).length / DRAWS
          assert.ok(Math.abs(share - chance) < 0.001, `${answers} of ${trying}`)
        }
    }
  })

  it('is never certain where she knows four, and was by the mean that is only rounded', () => {
    const lines = playLookIns({ sizes: [9, 13], trials: 240, rounds: 1 })
    for (const { rule, looker, certain } of lines)
      if (rule === 'now' && looker !== 'all') assert.equal(certain, 0, looker)
    assert.ok(
      lines.some(({ rule, looker, certain }) => rule === 'rounded' && looker === 'four' && certain > 0),
    )
  })

  it('learns from six rounds less than half of what noise of each round alone would tell of who is steady', () => {
    const gain = (rule: string) =>
      playSeries(600, 'steady', { rules: [ALONE, NOW], lookers: ['carrier'], asked: ['said'] }).find(
        line => line.rule === rule,
      )?.points ?? 50
    assert.ok(gain('alone') > 18)
    assert.ok(gain('now') < 13)
  })

  it('leaves who reads the figures a mean, and what moved nearer still', () => {
    const errors = lookInErrors(1_000, 1, [12])
    const of = (rule: string) => errors.find(each => each.rule === rule) ?? { error: 9, moved: 9 }
    assert.ok(of('now').error < 0.55)
    assert.ok(of('now').moved < of('now').error)
    assert.ok(of('wide').moved > 2 * of('now').moved)
  })
})
