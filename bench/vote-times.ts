import { median, type Samples } from './benchmark.ts'
import type { Fired } from './vote-load-process.ts'

const perSecond = ({ took, ms }: Fired) => (took.length * 1_000) / ms

/** Votes a second, of each round. */
export const ratesOf = (fired: readonly Fired[]) => fired.map(perSecond)

export const rateOf = (fired: readonly Fired[]) => Math.round(median(ratesOf(fired)))

export const countOf = (fired: readonly Fired[]) => fired.reduce((sum, { took }) => sum + took.length, 0)

/** Microseconds of a processor for each vote. @param spent milliseconds, of all rounds */
export const costOf = (spent: number, fired: readonly Fired[]) => Math.round((1_000 * spent) / countOf(fired))

/** `busy`: the most that the process that asks was, in per cent of one processor. */
export function timesOf(fired: readonly Fired[], who: string): NonNullable<Samples['more']> {
  const took = fired.flatMap(each => each.took).sort((a, b) => a - b)
  const at = (share: number) => Number((took[Math.floor(took.length * share)] ?? Number.NaN).toPrecision(3))
  return {
    [`${who} answered`]: took.length,
    [`${who} p50 ms`]: at(0.5),
    [`${who} p99 ms`]: at(0.99),
    [`${who} asking busy %`]: Math.round(100 * Math.max(...fired.map(({ busy }) => busy))),
  }
}
