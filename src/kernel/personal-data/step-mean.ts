/**
 * The mean of answers on five steps, said to half a step after noise that is drawn once for it. The noise is as wide for three
 * answers as for three hundred, counted in answers, so that one answer is hidden alike in both; it has no end, so that
 * nothing that is said excludes any answer of anybody (docs/chiffres.md, `npm run attack -- --only look-ins`).
 */

/** A person answers 1 to 5. */
export const STEPS = [1, 2, 3, 4, 5] as const
export type StepAnswer = (typeof STEPS)[number]

/** What may be said, in half steps: 3 is 1.5 and less, 9 is 4.5 and more. */
export const SAID = [3, 4, 5, 6, 7, 8, 9] as const
export type SaidHalves = (typeof SAID)[number]

/** Spread of the noise on the sum of all answers, in steps. */
export const SPREAD = 2

/** Laplace's law of scale 1 at the share `draw` of its way, 0 and 1 excluded. */
function laplace(draw: number): number {
  return draw < 0.5 ? Math.log(2 * draw) : -Math.log(2 * (1 - draw))
}

/** What is said of answers: how many people answered each step, from 1 on. `draw`: 48 bits, of a `KeyedRandom`. */
export function saidMean(counts: readonly number[], draw: number): SaidHalves {
  const answers = counts.reduce((all, count) => all + count, 0)
  const sum = counts.reduce((all, count, at) => all + count * (at + 1), 0)
  // Half a bit away from both ends.
  const noise = SPREAD * laplace(draw + 2 ** -49)
  const halves = Math.round((2 * (sum + noise)) / Math.max(1, answers))
  return Math.min(9, Math.max(3, halves)) as SaidHalves
}
