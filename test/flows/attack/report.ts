import { ATTACKERS, type Gain, gainOf, guessesOf, QUESTIONS } from './guess.ts'
import type { Played } from './play.ts'
import type { Rule } from './rule.ts'

/** What a manager may learn at most: the gain over a coin, in points. */
export const AIM = 2

export type Row = { readonly attacker: string; readonly question: string; readonly gain: Gain }

/** `rounds`: the same programme lived by other people. */
export function rowsOf(rounds: readonly Played[], ruleOf: (whole: number) => Rule): readonly Row[] {
  return ATTACKERS.flatMap(attacker => {
    const guesses = rounds.map(played => guessesOf(played, attacker, ruleOf))
    return QUESTIONS.map(question => ({
      attacker,
      question,
      gain: gainOf(guesses.flatMap(each => each.get(question) ?? [])),
    }))
  })
}

const signed = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(1)}`

/** The rounds in a page: a line for each attacker and question, the gain in points with its 95 % interval. */
export function reportOf(rounds: readonly Played[], rows: readonly Row[], seconds: number): string {
  const lines = rows.map(({ attacker, question, gain: { points, give, n } }) =>
    [
      attacker.padEnd(12),
      question.padEnd(18),
      signed(points).padStart(6),
      `± ${give.toFixed(1)}`.padEnd(7),
      n,
    ].join('  '),
  )
  return [
    ...rounds.map(
      ({ souls, sizes, days, seed }) =>
        `${souls.length} people in ${sizes.length} Directions of ${Math.min(...sizes)} to ${Math.max(...sizes)}, ${days} days, seed ${seed}`,
    ),
    `Played and guessed in ${Math.round(seconds)} s. Days on which the programme said more than its Directions: ${rounds.reduce((sum, { seen }) => sum + seen.beyond, 0)}`,
    'Points above a coin, 95 % interval, guesses; the attacker knows of … in the Direction what they did, and when:',
    ...lines,
    '',
  ].join('\n')
}
