import { FEWEST_TRYING } from '../../../src/kernel/personal-data/counts.ts'
import { KEPT_SPREAD, laplace, SAID, SPREAD } from '../../../src/kernel/personal-data/step-mean.ts'

/** What a closed round shows: at least how many answers, and the mean in half steps; 0 and 0 where it shows nothing. */
export type RoundShown = { readonly answers: number; readonly said: number }

/** A way to show a round, as whoever attacks it knows it: not the draw, but how likely it makes what is seen. */
export type LookInRule = {
  readonly name: string
  /** What may be shown of `answers` of `trying` people, each with its probability. */
  readonly shown: (answers: number, trying: number) => ReadonlyMap<number, number>
  /** Spread of the noise on the sum that all rounds of a question share; 0 where none is. */
  readonly kept: number
  /** How likely `said` is of `answers` whose steps, and the kept noise, make `sum`. */
  readonly said: (said: number, sum: number, answers: number) => number
}

const [LOWEST, HIGHEST] = [SAID[0], SAID.at(-1) ?? 9]
const down = (count: number) => 5 * Math.floor(Math.max(0, count) / 5)

/** Share of Laplace's law of this spread below `at`. */
function below(at: number, spread: number): number {
  if (at === Number.NEGATIVE_INFINITY) return 0
  if (at === Number.POSITIVE_INFINITY) return 1
  return at < 0 ? Math.exp(at / spread) / 2 : 1 - Math.exp(-at / spread) / 2
}

/** Noise of this spread on the sum, whatever is said of it then. */
export const noisy =
  (spread: number): LookInRule['said'] =>
  (said, sum, answers) => {
    const edge = (halves: number) => (halves * answers) / 2 - sum
    const from = said === LOWEST ? Number.NEGATIVE_INFINITY : edge(said - 0.5)
    const to = said === HIGHEST ? Number.POSITIVE_INFINITY : edge(said + 0.5)
    return below(to, spread) - below(from, spread)
  }

/** The product's: a first threshold that is drawn, noise, and noise that is kept. */
export const NOW: LookInRule = {
  name: 'now',
  kept: KEPT_SPREAD,
  shown(answers, trying) {
    if (trying < FEWEST_TRYING || answers < 5) return new Map([[0, 1]])
    const chance = Math.min(1, 0.5 + Math.max(0, answers - 5) / 8)
    const most = Math.min(down(answers), down(trying - 8))
    return new Map(
      [
        [0, 1 - chance],
        [most, chance],
      ].filter(([, each]) => each !== 0) as [number, number][],
    )
  },
  said: noisy(SPREAD),
}

/** What it was before: each round's noise its own. */
export const ALONE: LookInRule = { name: 'alone', shown: NOW.shown, kept: 0, said: noisy(SPREAD) }

/** A budget for six rounds: each round's noise its own, and six times as wide. */
export const WIDE: LookInRule = { name: 'wide', shown: NOW.shown, kept: 0, said: noisy(6 * SPREAD) }

/** What was thought of first: from five answers of nine people on, the mean rounded up or down by a draw. */
export const ROUNDED: LookInRule = {
  name: 'rounded',
  kept: 0,
  shown: (answers, trying) => new Map([[Math.min(down(answers), down(trying - 4)), 1]]),
  said(said, sum, answers) {
    const halves = (2 * sum) / answers
    const low = Math.floor(halves)
    const clip = (value: number) => Math.min(HIGHEST, Math.max(LOWEST, value))
    const up = halves - low
    return (clip(low) === said ? 1 - up : 0) + (clip(low + 1) === said ? up : 0)
  },
}

const NOISES = 32
/** Noises that may have been kept, each as likely: the middles of equal shares. */
export function keptNoises({ kept }: LookInRule): readonly number[] {
  if (kept === 0) return [0]
  return Array.from({ length: NOISES }, (_, at) => kept * laplace((at + 0.5) / NOISES))
}

/** How likely what is seen is of so many answers with this sum. */
export function chanceOf(
  rule: LookInRule,
  seen: RoundShown,
  round: { answers: number; sum: number; trying: number },
): number {
  const { answers, sum, trying } = round
  const shown = rule.shown(answers, trying).get(seen.answers) ?? 0
  return seen.answers === 0 || shown === 0 ? shown : shown * rule.said(seen.said, sum, answers)
}
