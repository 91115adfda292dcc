/**
 * The mean of answers on five steps, said to half a step after two noises: one drawn for it alone, and one kept for its
 * question, so that the means of many rounds hide who always answers the same (docs/chiffres.md,
 * `npm run attack -- --only look-ins`). Both are as wide for three answers as for three hundred, counted in answers, so that
 * one answer is hidden alike in both; they have no end, so that nothing that is said excludes any answer of anybody.
 */

/** A person answers 1 to 5. */
export const STEPS = [1, 2, 3, 4, 5] as const
export type StepAnswer = (typeof STEPS)[number]

/** What may be said, in half steps: 3 is 1.5 and less, 9 is 4.5 and more. */
export const SAID = [3, 4, 5, 6, 7, 8, 9] as const
export type SaidHalves = (typeof SAID)[number]

/** Spread of the noise on the sum of all answers, in steps. */
export const SPREAD = 2
/** Spread of the noise that is kept: it falls out of what moved from one round to another. */
export const KEPT_SPREAD = 6

/** Laplace's law of scale 1 at the share `draw` of its way, 0 and 1 excluded. */
export function laplace(draw: number): number {
  return draw < 0.5 ? Math.log(2 * draw) : -Math.log(2 * (1 - draw))
}

/**
 * What is said of answers: how many people answered each step, from 1 on. `draw`, `kept`: 48 bits, of a `KeyedRandom`; `kept`
 * the same for all rounds of a question.
 */
export function saidMean(counts: readonly number[], draw: number, kept: number): SaidHalves {
  const answers = counts.reduce((all, count) => all + count, 0)
  const sum = counts.reduce((all, count, at) => all + count * (at + 1), 0)
  // Half a bit away from both ends.
  const [alone, shared] = [laplace(draw + 2 ** -49), laplace(kept + 2 ** -49)]
  const halves = Math.round((2 * (sum + SPREAD * alone + KEPT_SPREAD * shared)) / Math.max(1, answers))
  return Math.min(9, Math.max(3, halves)) as SaidHalves
}
