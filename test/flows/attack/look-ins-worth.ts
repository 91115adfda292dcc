import { diceOf } from '../quarter/dice.ts'
import { type LookInLine, MOODS, seenOf, stepBy, sumOf } from './look-ins.ts'
import { NOW } from './look-ins-rule.ts'

/** How far what is said is from the true mean of so many answers, in steps: the mean of many, and how often by more than one. */
export type LookInError = { readonly answers: number; readonly error: number; readonly far: number }

export function lookInErrors(rounds: number, seed = 1): readonly LookInError[] {
  const dice = diceOf(seed)
  return [5, 8, 12, 20, 50, 400].map(answers => {
    const off = Array.from({ length: rounds }, (_, round) => {
      const mood = MOODS[round % MOODS.length] ?? MOODS[0]
      const steps = Array.from({ length: answers }, () => stepBy(mood, dice))
      const { said } = seenOf({ ...NOW, shown: () => new Map([[5, 1]]) }, steps, dice)
      return Math.abs(said / 2 - sumOf(steps) / answers)
    })
    return { answers, error: sumOf(off) / rounds, far: (100 * off.filter(each => each > 1).length) / rounds }
  })
}

/** A line for each attacker and question, then for how far it is from the truth. */
export function lookInLines(lines: readonly LookInLine[], errors: readonly LookInError[]): readonly string[] {
  return [
    ...lines.map(({ rule, looker, asked, points, give, certain }) =>
      [
        rule.padEnd(8),
        looker.padEnd(8),
        asked.padEnd(9),
        `${points < 0 ? '' : '+'}${points.toFixed(1)} ± ${give.toFixed(1)}`.padStart(13),
        `, certain ${certain.toFixed(1)} %`,
      ].join(''),
    ),
    ...errors.map(
      ({ answers, error, far }) =>
        `${String(answers).padStart(3)} answers: off by ${error.toFixed(2)} of a step, by more than one in ${far.toFixed(1)} %`,
    ),
  ]
}
