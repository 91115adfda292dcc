import type { PlannedView } from '../../../tabs/contract/workshops/planning.ts'
import type { Marks } from '../registration/outcomes.ts'

/** Which workshops have a published summary, as features to the right know it. */
export type SummaryMarks = () => Pick<Marks, 'summarisedAmong'>

/** Says of days that are over whether their summary is published. */
export async function markSummaries<T extends PlannedView>(
  marks: SummaryMarks,
  days: readonly T[],
): Promise<readonly T[]> {
  const over = days.filter(({ stage }) => stage === 'over').map(({ id }) => id)
  if (over.length === 0) return days
  const summarised = await marks().summarisedAmong(over)
  return days.map(day => (summarised.has(day.id) ? { ...day, summarised: true as const } : day))
}
