import { FEWEST } from '../../../src/kernel/personal-data/counts.ts'
import { COARSE, FINE, type Ladder, stepsWithin } from '../../../src/kernel/personal-data/ladder.ts'

/**
 * How a count becomes what is shown, as the attacker knows it: she knows the rule whole, and of a secret only how it is
 * drawn. A level is one value that is shown, 1 the first above none.
 */
export type Rule = {
  /** The highest level that is ever shown. */
  readonly last: number
  readonly levelOf: (shown: number) => number
  /** The chance that the count from which `level` is shown lies above `from` and not above `to`. */
  readonly between: (level: number, from: number, to: number) => number
}
export type RuleOf = (whole: number) => Rule

/** Multiples of five, each from its own count on: nothing is secret. */
export function plainRule(whole: number): Rule {
  const last = Math.max(0, Math.floor((whole - 4) / 5))
  const between = (level: number, from: number, to: number) => (from < level * 5 && level * 5 <= to ? 1 : 0)
  return { last, levelOf: shown => shown / 5, between }
}

function ladderRule(ladder: Ladder, whole: number): Rule {
  const steps = whole < FEWEST ? [] : stepsWithin(ladder, whole)
  const below = (count: number, { after, at }: (typeof steps)[number]) =>
    Math.min(1, Math.max(0, (count - after) / (at - after)))
  return {
    last: steps.length,
    levelOf: shown => steps.findIndex(({ said }) => said === shown) + 1,
    between: (level, from, to) => {
      const step = steps[level - 1]
      return step ? below(to, step) - below(from, step) : 0
    },
  }
}

/** What is shown of a Direction. */
export const coarseRule: RuleOf = whole => ladderRule(COARSE, whole)
/** What is shown of a whole programme. */
export const fineRule: RuleOf = whole => ladderRule(whole < 200 ? COARSE : FINE, whole)
