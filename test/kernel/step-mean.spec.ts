import assert from 'node:assert/strict'
import fc from 'fast-check'
import { answersWithin, FEWEST_TRYING } from '../../src/kernel/personal-data/counts.ts'
import { KEPT_SPREAD, SAID, SPREAD, STEPS, saidMean } from '../../src/kernel/personal-data/step-mean.ts'

const tally = fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }).filter(counts => counts.some(Boolean))
const draw = fc.integer({ min: 0, max: 2 ** 48 - 1 }).map(bits => bits / 2 ** 48)

describe('answers on five steps', () => {
  it('are said as their mean to half a step where the draw is in the middle', () => {
    assert.equal(saidMean([0, 0, 0, 10, 10], 0.5, 0.5), 9)
    assert.equal(saidMean([0, 5, 5, 0, 0], 0.5, 0.5), 5)
    assert.deepEqual([saidMean([20, 0, 0, 0, 0], 0.5, 0.5), saidMean([0, 0, 0, 0, 20], 0.5, 0.5)], [3, 9])
  })

  it('are said as one of seven means, higher with a higher draw and with higher answers', () => {
    fc.assert(
      fc.property(tally, draw, draw, draw, fc.nat(3), (counts, one, other, kept, at) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        assert.ok(SAID.includes(saidMean(counts, low, kept)))
        assert.ok(saidMean(counts, low, kept) <= saidMean(counts, high, kept))
        assert.ok(saidMean(counts, kept, low) <= saidMean(counts, kept, high))
        if (!counts[at]) return
        const better = counts.map((count, step) => count + Number(step === at + 1) - Number(step === at))
        assert.ok(saidMean(counts, one, kept) <= saidMean(better, one, kept))
      }),
    )
  })

  it('leave every answer possible to who knows four others, whatever is said of however many, and was kept', () => {
    const ends = [0, 1 - 2 ** -48] as const
    // As many as needed answer 1 or 5, and one what is left: all that counts is the sum.
    const countsOf = (answers: number, sum: number) => {
      const fives = Math.floor((sum - answers) / 4)
      const counts = [answers - fives, 0, 0, 0, fives]
      const left = sum - answers - 4 * fives
      return left === 0 ? counts : counts.map((count, at) => count + Number(at === left) - Number(at === 0))
    }
    const kept = [0.01, 0.5, 0.9]
    for (const answers of [5, 6, 7, 8, 9, 12, 19, 20, 21, 25, 40, 90, 700])
      for (const [at, known] of [4, 12, 20].entries())
        for (const said of SAID) {
          const sums = Array.from({ length: 4 * (answers - 4) + 1 }, (_, more) => answers - 4 + more)
          const possible = sums.filter(sum => {
            const [low, high] = ends.map(end =>
              saidMean(countsOf(answers, sum + known), end, kept[at] ?? 0.5),
            )
            return (low ?? 9) <= said && said <= (high ?? 3)
          })
          if (possible.length === 0) continue
          const others = [answers - 5, 5 * (answers - 5)] as const
          for (const step of STEPS)
            assert.ok(
              possible.some(sum => others[0] <= sum - step && sum - step <= others[1]),
              `${answers} answers, four of them ${known} together, said ${said}: is one ${step}?`,
            )
        }
  })

  it('move the odds of what is said by no more than the noise allows, whoever they are', () => {
    const DRAWS = 4_000
    const oddsMoved = (said: (counts: readonly number[], draw: number) => number) => {
      const chances = (counts: readonly number[]) => {
        const all = Array.from({ length: DRAWS }, (_, at) => said(counts, (at + 0.5) / DRAWS))
        return SAID.map(each => all.filter(one => one === each).length / DRAWS)
      }
      const [without, withFive] = [chances([2, 1, 1, 0, 1]), chances([1, 1, 1, 0, 2])]
      return Math.max(
        ...without.map((chance, at) =>
          chance > 0.01 ? Math.abs(Math.log((withFive[at] ?? 0) / chance)) : 0,
        ),
      )
    }
    assert.ok(oddsMoved((counts, each) => saidMean(counts, each, 0.5)) <= 4 / SPREAD + 0.1)
    // However many rounds are averaged over, what was kept stays: from 1 to 5 hardly two to one.
    assert.ok(oddsMoved((counts, each) => saidMean(counts, 0.5, each)) <= 4 / KEPT_SPREAD + 0.1)
  })
})

describe('how many answered', () => {
  it('leaves five counts possible to who knows of four people whether they did, shown or not', () => {
    const draws = Array.from({ length: 64 }, (_, at) => at / 64)
    for (let trying = 1; trying <= 60; trying++)
      for (let accomplices = 0; accomplices <= Math.min(4, trying); accomplices++)
        for (let answered = 0; answered <= accomplices; answered++) {
          const behind = new Map<number, Set<number>>()
          for (let others = 0; others <= trying - accomplices; others++)
            for (const each of draws) {
              const shown = answersWithin(others + answered, trying, each)
              behind.set(shown, (behind.get(shown) ?? new Set()).add(others))
            }
          if (trying < FEWEST_TRYING) assert.deepEqual([...behind.keys()], [0])
          else for (const counts of behind.values()) assert.ok(counts.size >= 5, `${trying} try`)
        }
  })

  it('is at least what is shown of it, nothing below five, and something from nine on', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(700), draw, (answers, trying, each) => {
        const shown = answersWithin(answers, trying, each)
        assert.ok(shown % 5 === 0 && shown <= answers)
        assert.ok(answers >= 5 || shown === 0)
        if (answers >= 9 && trying >= FEWEST_TRYING) assert.ok(shown >= 5)
      }),
    )
  })
})
