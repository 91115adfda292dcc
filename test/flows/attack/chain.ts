import type { Rule } from './rule.ts'

/** What the attacker sees of one figure, day by day, and what she knows of the people behind it. */
export type Sight = {
  readonly rule: Rule
  /** What was shown after each day, in people. */
  readonly shown: readonly number[]
  /** Of those whom she knows, how many had acted by the end of each day. */
  readonly known: readonly number[]
  /** Of how many others but her target she knows nothing, and the chance that one of them acts within the days. */
  readonly unknown: number
  readonly rate: number
}

/** How likely what is seen is: if the target never acts, and if the target acts on each of the days. */
export type Likelihood = { readonly never: number; readonly on: readonly number[] }

/** Chances from the first of `from` on; what is next to impossible is left out. */
type Spread = { readonly from: number; readonly chances: readonly number[] }

const NONE = 1e-13

function trimmed(from: number, chances: readonly number[]): Spread {
  const most = Math.max(0, ...chances)
  const first = chances.findIndex(chance => chance > most * NONE)
  const last = chances.findLastIndex(chance => chance > most * NONE)
  return first < 0
    ? { from: 0, chances: [] }
    : { from: from + first, chances: chances.slice(first, last + 1) }
}

/** Chances of 0, 1, 2… of `of` people. */
function binomial(of: number, rate: number): Spread {
  if (of === 0 || rate <= 0) return { from: 0, chances: [1] }
  const most = Math.min(of, Math.ceil(of * rate + 9 * Math.sqrt(of * rate) + 9))
  const chances: number[] = [(1 - rate) ** of]
  for (let k = 1; k <= most; k++)
    chances.push(((chances[k - 1] ?? 0) * (of - k + 1) * rate) / (k * (1 - rate)))
  return trimmed(0, chances)
}

/** The factor of one day that takes the count from `from` to `to` while what is shown goes from one level to another. */
function step(
  { between }: Rule,
  [before, after]: readonly [number, number],
  from: number,
  to: number,
): number {
  let chance = 1
  for (let level = before + 1; level <= after && chance > 0; level++) chance *= between(level, from, to)
  return chance
}

/** What the days do to the number of others who have acted; `acted`: whether the target has, before the day and after it. */
function daysOf({ rule, shown, known, unknown, rate }: Sight) {
  const levels = [0, ...shown.map(rule.levelOf)]
  const counts = [0, ...known]
  const days = shown.length
  const grown = new Map<string, Spread>()
  /** Each of the others acts on one of the days, all alike. */
  function growth(day: number, left: number): Spread {
    const key = `${day} ${left}`
    const found = grown.get(key) ?? binomial(left, rate / days / (1 - (rate * day) / days))
    grown.set(key, found)
    return found
  }
  /** By how many they are after the day: how likely that, and what was shown, is. */
  function through(day: number, had: number, acted: readonly [number, number]): Spread {
    const { from, chances } = growth(day, unknown - had)
    const level = [levels[day] ?? 0, levels[day + 1] ?? 0] as const
    const start = (counts[day] ?? 0) + had + acted[0]
    const seen = chances.map((chance, more) => {
      const end = (counts[day + 1] ?? 0) + had + from + more + acted[1]
      return level[0] === level[1] ? chance : chance * step(rule, level, start, end)
    })
    return { from: had + from, chances: seen }
  }
  /** What is not yet shown at the end says that the count of the next level was not reached. */
  function ending(has: number, acted: number): number {
    const level = (levels.at(-1) ?? 0) + 1
    if (level > rule.last) return 1
    return rule.between(level, (counts.at(-1) ?? 0) + has + acted, Number.POSITIVE_INFINITY)
  }
  return { days, through, ending }
}

const sumOf = ({ from, chances }: Spread, weight: (at: number) => number) =>
  chances.reduce((sum, chance, at) => (chance > 0 ? sum + chance * weight(from + at) : sum), 0)

/** Weighs what is seen by the rule itself: no attacker who knows as much can guess better. */
export function weigh(sight: Sight): Likelihood {
  const { days, through, ending } = daysOf(sight)
  const known = Array.from({ length: days + 1 }, () => new Map<number, number>())
  /** How likely the rest is from `day` on, when the target has acted and `has` others have. */
  function rest(day: number, has: number): number {
    if (day === days) return ending(has, 1)
    const found = known[day]?.get(has)
    if (found !== undefined) return found
    const value = sumOf(through(day, has, [1, 1]), more => rest(day + 1, more))
    known[day]?.set(has, value)
    return value
  }
  let never: Spread = { from: 0, chances: [1] }
  const on: number[] = []
  for (let day = 0; day < days; day++) {
    on.push(sumOf(never, had => sumOf(through(day, had, [0, 1]), has => rest(day + 1, has))))
    const after: number[] = []
    never.chances.forEach((chance, at) => {
      const { from, chances } = through(day, never.from + at, [0, 0])
      chances.forEach((more, index) => {
        const to = from + index - never.from
        after[to] = (after[to] ?? 0) + chance * more
      })
    })
    never = trimmed(
      never.from,
      Array.from(after, chance => chance ?? 0),
    )
  }
  return { never: sumOf(never, has => ending(has, 0)), on }
}
