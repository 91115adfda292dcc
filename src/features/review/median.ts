import type { IdeaDelay } from '../ideas/index.ts'

/** Days at which the `nth` idea stands, from 0, once they are sorted. */
function daysOf(nth: number, sorted: readonly IdeaDelay[]): number {
  let passed = 0
  for (const { days, ideas } of sorted) {
    passed += ideas
    if (nth < passed) return days
  }
  return 0
}

/** The median of whole days, whole itself: of two in the middle, half of their sum, rounded down. Undefined without any. */
export function medianOf(delays: readonly IdeaDelay[]): number | undefined {
  const count = delays.reduce((sum, { ideas }) => sum + ideas, 0)
  if (count === 0) return undefined
  const sorted = delays.toSorted((a, b) => a.days - b.days)
  const [low, high] = [Math.floor((count - 1) / 2), Math.floor(count / 2)]
  return Math.floor((daysOf(low, sorted) + daysOf(high, sorted)) / 2)
}
