/** Who owes the answer: the management of the idea's Direction, or the Lab'. */
export const OWED_BY = ['direction', 'lab'] as const
export type OwedBy = (typeof OWED_BY)[number]

/** So many supports oblige to answer an idea. Days are calendar days in the programme's zone. */
export type Threshold = {
  readonly supports: number
  /** From so many Directions at least; absent: from any. */
  readonly directions?: number | undefined
  /** The answer is due within so many days. */
  readonly days: number
  readonly by: OwedBy
}

/** Whether whatever reaches `one` has reached `other` before or at the same time. */
export function isBehind(one: Threshold, other: Threshold): boolean {
  return one.supports >= other.supports && (one.directions ?? 0) >= (other.directions ?? 0)
}
