import { ruleBefore, seenBefore } from './before.ts'
import { type Failure, failureOf } from './error.ts'
import { type Case, type Gain, type Guess, gainOf, guessesOf, QUESTIONS } from './guess.ts'
import type { Attacker } from './known.ts'
import type { Played } from './play.ts'
import { coarseRule, fineRule } from './rule.ts'

export const METHODS = ['before', 'after'] as const
export type Method = (typeof METHODS)[number]

/** What each may gain at most over a coin, in points; of who knows everybody else, it is said and no more. */
export const MOST: Readonly<Record<string, number>> = { app: 2, moving: 2, nine: 8 }

/** By how much one attacker guesses better than a coin what one question asks, in one population. */
export type Row = {
  readonly method: Method
  readonly attacker: Attacker | 'moving'
  readonly world: string
  readonly question: string
  readonly gain: Gain
}

/** What was shown before of the same people, and what the product showed. `unsaid`: what « moins de … » is read as. */
export const SIGHTS: Readonly<
  Record<Method, { readonly caseOf: (played: Played) => Case; readonly unsaid: number }>
> = {
  before: {
    caseOf: played => {
      const { souls, places, days, seed } = played
      const seen = seenBefore(souls, places, days, seed)
      return { ...played, seen, ofDirection: ruleBefore, ofProgramme: ruleBefore }
    },
    unsaid: 15,
  },
  after: {
    caseOf: played => ({ ...played, ofDirection: coarseRule, ofProgramme: fineRule }),
    unsaid: 5,
  },
}

/** `rounds`: the same programme lived by other people. */
export function rowsOf(
  method: Method,
  rounds: readonly Played[],
  attackers: readonly Attacker[],
): readonly Row[] {
  const cases = rounds.map(SIGHTS[method].caseOf)
  const world = rounds[0]?.population.name ?? ''
  return attackers.flatMap(attacker => {
    const guesses = cases.map(each => guessesOf(each, attacker))
    return QUESTIONS.map(question => {
      const gain = gainOf(guesses.flatMap(each => each.get(question) ?? []))
      return { method, attacker, world, question, gain }
    })
  })
}

export function movingRow(method: Method, guesses: readonly Guess[]): Row {
  return { method, attacker: 'moving', world: 'quiet', question: 'took part', gain: gainOf(guesses) }
}

export type FailureRow = Failure & { readonly method: Method; readonly world: string }

export function failureRow(method: Method, rounds: readonly Played[]): FailureRow {
  const { caseOf, unsaid } = SIGHTS[method]
  return { method, world: rounds[0]?.population.name ?? '', ...failureOf(rounds.map(caseOf), unsaid) }
}

/** Whether a manager surely learns more than she may. */
export const beyond = ({ method, attacker, gain }: Row): boolean =>
  method === 'after' && gain.points - gain.give > (MOST[attacker] ?? Number.POSITIVE_INFINITY)

const tenth = (value: number) => Math.round(value * 10) / 10

/** A line for each attacker and what was asked of her, then one for what the figures are worth. */
export function jsonOf(rows: readonly Row[], failures: readonly FailureRow[]): readonly string[] {
  return [
    ...rows.map(({ attacker, gain, method, world, question }) =>
      JSON.stringify({
        attacker,
        gain: tenth(gain.points),
        give: tenth(gain.give),
        question,
        world,
        method,
        n: gain.n,
      }),
    ),
    ...failures.map(({ error, programme, numbers, n, method, world }) =>
      JSON.stringify({
        error: tenth(error),
        programme: tenth(programme),
        numbers: tenth(numbers),
        world,
        method,
        n,
      }),
    ),
  ]
}

const signed = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(1)}`
const cell = ({ points, give }: Gain) => `${signed(points)} ± ${give.toFixed(1)}`

/** The same as two tables, before beside after. */
export function tablesOf(rows: readonly Row[], failures: readonly FailureRow[]): readonly string[] {
  const keyOf = ({ world, attacker, question }: Row) =>
    [world.padEnd(8), attacker.padEnd(9), question.padEnd(18)].join('')
  const gains = [...Map.groupBy(rows, keyOf)].map(([key, both]) => {
    const of = (method: Method) => both.find(each => each.method === method)
    return [
      key,
      ...METHODS.map(method => (of(method) ? cell(of(method)?.gain as Gain) : '').padStart(14)),
    ].join('')
  })
  const errors = failures.map(
    ({ world, method, error, programme, numbers }) =>
      `${world.padEnd(8)}${method.padEnd(8)}${[error, programme, numbers].map(each => each.toFixed(1).padStart(12)).join('')}`,
  )
  return [
    `Points above a coin, 95 % interval:${'before'.padStart(14)}${'after'.padStart(14)}`,
    ...gains,
    '',
    'Per cent: mean error of Directions from 20 to 200, worst of the programme from 60 on, figures that say a number:',
    ...errors,
  ]
}
