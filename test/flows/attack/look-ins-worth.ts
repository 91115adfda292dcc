import { type Dice, diceOf } from '../quarter/dice.ts'
import { type LookInLine, MOODS, noiseOf, seenOf, stepBy } from './look-ins.ts'
import { ALONE, type LookInRule, NOW, WIDE } from './look-ins-rule.ts'
import { sumOf } from './look-ins-weigh.ts'

/**
 * How far what is said is from the truth of so many answers, in steps, the mean of many: `error` of the mean, and how often by
 * more than one; `moved` of what the means of two rounds are apart.
 */
export type LookInError = {
  readonly rule: string
  readonly answers: number
  readonly error: number
  readonly far: number
  readonly moved: number
}

const saidAndTrue = (rule: LookInRule, steps: readonly number[], noise: number, dice: Dice) => {
  const { said } = seenOf({ ...rule, shown: () => new Map([[5, 1]]) }, steps, noise, dice)
  return { said: said / 2, mean: sumOf(steps) / steps.length }
}

function errorOf(rule: LookInRule, answers: number, rounds: number, dice: Dice): LookInError {
  const off = Array.from({ length: rounds }, (_, round) => {
    const noise = noiseOf(rule, dice)
    const [first, last] = [round, round + 1].map(at => {
      const mood = MOODS[at % MOODS.length] ?? MOODS[0]
      return saidAndTrue(
        rule,
        Array.from({ length: answers }, () => stepBy(mood, dice)),
        noise,
        dice,
      )
    })
    if (!first || !last) throw new Error('two rounds')
    return {
      error: Math.abs(first.said - first.mean),
      moved: Math.abs(last.said - first.said - (last.mean - first.mean)),
    }
  })
  return {
    rule: rule.name,
    answers,
    error: sumOf(off.map(({ error }) => error)) / rounds,
    far: (100 * off.filter(({ error }) => error > 1).length) / rounds,
    moved: sumOf(off.map(({ moved }) => moved)) / rounds,
  }
}

export function lookInErrors(
  rounds: number,
  seed = 1,
  sizes: readonly number[] = [5, 8, 12, 20, 50, 400],
): readonly LookInError[] {
  const dice = diceOf(seed)
  return [ALONE, WIDE, NOW].flatMap(rule => sizes.map(answers => errorOf(rule, answers, rounds, dice)))
}

/** A line for each attacker and question. */
export function lookInLines(lines: readonly LookInLine[]): readonly string[] {
  return lines.map(({ rule, looker, asked, points, give, certain }) =>
    [
      rule.padEnd(8),
      looker.padEnd(8),
      asked.padEnd(9),
      `${points < 0 ? '' : '+'}${points.toFixed(1)} ± ${give.toFixed(1)}`.padStart(13),
      `, certain ${certain.toFixed(1)} %`,
    ].join(''),
  )
}

/** A line for how far each rule is from the truth. */
export function errorLines(errors: readonly LookInError[]): readonly string[] {
  return errors.map(({ rule, answers, error, far, moved }) =>
    [
      rule.padEnd(8),
      `${String(answers).padStart(3)} answers: off by ${error.toFixed(2)} of a step`,
      `, by more than one in ${far.toFixed(1)} %; what moved by ${moved.toFixed(2)}`,
    ].join(''),
  )
}
