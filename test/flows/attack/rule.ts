/**
 * How a count becomes what is shown, as the attacker knows it: she knows the rule whole, and of a secret only how it is
 * drawn. A level is one value that is shown, 1 the first above « moins de 5 ».
 */
export type Rule = {
  /** The highest level that is ever shown. */
  readonly last: number
  readonly levelOf: (shown: number) => number
  /** The chance that the count from which `level` is shown lies above `from` and not above `to`. */
  readonly between: (level: number, from: number, to: number) => number
}

/** Multiples of five, each from its own count on: nothing is secret. */
export function plainRule(whole: number): Rule {
  const last = Math.max(0, Math.floor((whole - 4) / 5))
  const between = (level: number, from: number, to: number) => (from < level * 5 && level * 5 <= to ? 1 : 0)
  return { last, levelOf: shown => shown / 5, between }
}

/** 10, 30, 60, 100…: each from a count on that was drawn once, all those before the next one as likely. */
export function heldRule(whole: number): Rule {
  const shownAt = (level: number) => 5 * level * (level + 1)
  const levelOf = (shown: number) => Math.round((Math.sqrt(1 + (4 * shown) / 5) - 1) / 2)
  let last = 0
  while (shownAt(last + 1) <= whole - 9) last++
  const below = (count: number, level: number) =>
    Math.min(1, Math.max(0, (count - shownAt(level) + 1) / (10 * (level + 1))))
  return { last, levelOf, between: (level, from, to) => below(to, level) - below(from, level) }
}
