// Ranks by exact fractions, and by thresholds counted one by one: nothing of it is the product's but the secret draw.
import type { KeyedRandom } from '../../../src/kernel/crypto/keyed-random.ts'

type Group = { readonly directions: readonly string[]; readonly headcount: number }
type Fraction = readonly [over: bigint, under: bigint]

/** Product of (n + ½) / (headcount + 1): ordered as its root, the geometric mean. */
function productOf(groups: readonly Group[], counts: readonly number[]): Fraction {
  return groups.reduce<Fraction>(
    ([over, under], { headcount }, at) => [
      over * BigInt(2 * (counts[at] ?? 0) + 1),
      under * BigInt(2 * headcount + 2),
    ],
    [1n, 1n],
  )
}

/** -1, 0 or 1, as the one is supported less widely than the other, as much or more. */
export function compareExactly(
  groups: readonly Group[],
  one: readonly number[],
  other: readonly number[],
): number {
  const [a, b] = [productOf(groups, one), productOf(groups, other)]
  const [left, right] = [a[0] * b[1], b[0] * a[1]]
  return left === right ? 0 : left < right ? -1 : 1
}

/** Logarithm of a whole number of any length, by its first digits and how many follow. */
function logOf(whole: bigint): number {
  const digits = whole.toString()
  return Math.log(Number(digits.slice(0, 15))) + Math.log(10) * Math.max(0, digits.length - 15)
}

type Place = { readonly id: string; readonly headcount: number }

/** The small Directions together, with as many of the others as it takes, and each other one. */
function partsOf(places: readonly Place[]): {
  readonly pool: readonly Place[]
  readonly rest: readonly Place[]
} {
  const rest = [...places].sort((a, b) => b.headcount - a.headcount || (a.id < b.id ? 1 : -1))
  const pool: Place[] = []
  const people = () => pool.reduce((sum, { headcount }) => sum + headcount, 0)
  for (let last = rest.at(-1); last; last = rest.at(-1)) {
    if (last.headcount > 18 && (pool.length === 0 || people() > 18)) break
    pool.push(last)
    rest.pop()
  }
  return { pool, rest }
}

const NUMBERS = Array.from({ length: 300 }, (_, at) => at)

/** The step that the published method gives an idea: `by` says how many support it in each Direction. */
export function stepBy(
  places: readonly Place[],
  id: string,
  by: ReadonlyMap<string, number>,
  draw: KeyedRandom,
): number {
  const { pool, rest } = partsOf(places)
  const together = pool.reduce((sum, place) => sum + (by.get(place.id) ?? 0), 0)
  const held = NUMBERS.filter(
    ten => together >= 10 * ten + 1 + Math.floor(10 * draw(`ranking ${id} held ${ten}`)),
  ).length
  const groups = [
    ...(pool.length === 0 ? [] : [{ of: pool, count: 10 * held }]),
    ...rest.map(place => ({ of: [place], count: by.get(place.id) ?? 0 })),
  ]
  const shape = groups.map(({ of }) => ({
    directions: of.map(place => place.id),
    headcount: of.reduce((sum, { headcount }) => sum + headcount, 0),
  }))
  const counts = groups.map(({ count }) => count)
  const [has, none] = [productOf(shape, counts), productOf(shape, [])]
  const firsts = (logOf(has[0] * none[1]) - logOf(none[0] * has[1])) / Math.log(3)
  return NUMBERS.filter(step => firsts > 8 * (step + draw(`ranking ${id} step ${step}`))).length
}
