import type { Dice } from '../quarter/dice.ts'

/**
 * One guess of one attacker, and how often somebody who looks at nothing is right. `told`: what was seen set the one who is
 * sought apart; absent where that is only a matter of more or less.
 */
export type Trial = {
  readonly attack: string
  readonly hit: boolean
  readonly chance: number
  readonly told?: boolean
}

export type Tally = {
  readonly attack: string
  readonly n: number
  readonly hits: number
  /** Hits of who looks at nothing. */
  readonly expected: number
  /** Wilson's interval of the share of hits, 95 %. */
  readonly from: number
  readonly to: number
}

/** 97.5 % of the normal law lie below. */
const Z = 1.959964

/** Wilson's score interval, 95 %: it holds for few trials and for shares near 0 and 1. */
export function wilson(hits: number, n: number): readonly [number, number] {
  const share = hits / n
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n)
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

export function talliesOf(trials: readonly Trial[]): readonly Tally[] {
  return [...Map.groupBy(trials, ({ attack }) => attack)].map(([attack, all]) => {
    const hits = all.filter(({ hit }) => hit).length
    const expected = all.reduce((sum, { chance }) => sum + chance, 0)
    const [from, to] = wilson(hits, all.length)
    return { attack, n: all.length, hits, expected, from, to }
  })
}

/** Of so many lines one now and then lies beyond its interval by chance alone: a gain is surely one beyond these points. */
const POINTS = 0.05

/** Whether the attacker surely does better than who looks at nothing. */
export const gains = ({ from, expected, n }: Tally): boolean => from > expected / n + POINTS

/** Of those whom what is seen sets apart most, one: who is seen as nobody else is, or all alike. */
export function oddest<T>(dice: Dice, seen: ReadonlyMap<T, string>): T | undefined {
  const counts = Map.groupBy([...seen], ([, sight]) => sight)
  const fewest = Math.min(...[...counts.values()].map(({ length }) => length))
  return dice.one([...seen].filter(([, sight]) => counts.get(sight)?.length === fewest).map(([one]) => one))
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** A line for each attacker. */
export function linesOf(tallies: readonly Tally[]): readonly string[] {
  return tallies.map(({ attack, n, hits, expected, from, to }) =>
    [
      attack.padEnd(62),
      `${hits} of ${n}`.padStart(10),
      `by chance ${expected.toFixed(1)}`.padStart(16),
      `  ${percent(hits / n)}, 95 %: ${percent(from)} to ${percent(to)}`,
    ].join(' '),
  )
}
