/**
 * Randomised thresholds: a count becomes one of few estimates, each from a threshold on that is drawn once and known to
 * nobody. Noise that is drawn anew for each reading could be averaged away; a fixed one that is added would be learnt while
 * the count is still nought. Here each estimate has noise of its own, met once (docs/chiffres.md).
 */

/** Estimates in rising order. */
export type Ladder = readonly number[]

/** From 0 to 1, 1 excluded, for the threshold of each estimate (1 for the first): always the same, and known to nobody. */
export type ThresholdDraw = (estimate: number) => number

/** An estimate: its threshold is above `after` and at most `at`; it is said as `said`. */
export type Step = { readonly after: number; readonly at: number; readonly said: number }

/** Counts from the lowest to the highest that may stand behind what is shown. */
export type CountRange = { readonly low: number; readonly high: number }

/** More people than there are. */
const ENDLESS = 1e9
/** For one Direction: each about 1.7 times the one before, and easily read. What is said is a sixth off, on average. */
export const COARSE: Ladder = [
  10, 25, 40, 70, 120, 200, 350, 600, 1_000, 1_700, 3_000, 5_000, 8_500, 15_000, 25_000, 40_000, 70_000,
  120_000,
]

/** To how many the estimates of a whole programme are rounded down, below each size. */
const UNITS = [
  [100, 1],
  [400, 5],
  [2_000, 10],
  [ENDLESS, 50],
] as const

/** For the whole programme: from 60 on a count lies within 5 % of what is said of it, whatever was drawn. */
export const FINE: Ladder = fineFrom([10, 20, 30, 40, 50, 60])

function fineFrom(first: Ladder): Ladder {
  const ladder = [...first]
  for (let last = ladder.at(-1) ?? 0; last < 1_000_000; last = ladder.at(-1) ?? ENDLESS) {
    const next = 1.05 * (last + 1)
    const unit = UNITS.find(([below]) => last < below)?.[1] ?? 1
    ladder.push(Math.floor(next / unit) * unit)
  }
  return ladder
}

/**
 * Those of `ladder` that may be said of `whole` people, 0 where their number is not known. The last is at least ten wide
 * and is said to be nine tenths of them at most: it never tells that all of them did it.
 */
export function stepsWithin(ladder: Ladder, whole: number): readonly Step[] {
  const most = whole > 0 ? Math.floor((9 * whole) / 50) * 5 : ENDLESS
  const steps: Step[] = []
  let after = 0
  for (const at of ladder) {
    if ((whole > 0 && whole - after < 10) || most <= after) break
    steps.push({ after, at, said: Math.min(at, most) })
    after = at
  }
  return steps
}

/**
 * What is said of `count`: the highest estimate whose threshold it reaches, 0 if it reaches none. Never less than `before`,
 * what was said last: people who go and come back could find a threshold that can be crossed twice.
 */
export function estimateOf(count: number, steps: readonly Step[], draw: ThresholdDraw, before = 0): number {
  let said = 0
  for (const [index, step] of steps.entries()) {
    const threshold = step.after + 1 + Math.floor(draw(index + 1) * (step.at - step.after))
    if (count < threshold && before < step.said) break
    said = step.said
  }
  return said
}

/** The counts that are said as `said` of `whole` people, whatever was drawn. */
export function rangeOf(said: number, steps: readonly Step[], whole: number): CountRange {
  const all = whole > 0 ? whole : ENDLESS
  const at = steps.findLastIndex(step => step.said <= said)
  const next = steps[at + 1]
  return { low: at < 0 ? 0 : (steps[at]?.after ?? 0) + 1, high: next ? Math.min(all, next.at - 1) : all }
}
