import type { Threshold } from '../programme/threshold.ts'
import type { MethodDifference } from './domain.ts'

function thresholdText({ supports, directions, days, by }: Threshold): string {
  const from = directions === undefined ? '' : ` of ${directions} Directions`
  const owed = by === 'lab' ? 'the Lab’' : 'the idea’s Direction'
  return `${supports} supports${from}, an answer within ${days} days by ${owed}`
}

/** Changes of thresholds. They have no id: one that changes is another. */
export function thresholdDifferences(
  before: readonly Threshold[],
  after: readonly Threshold[],
): MethodDifference[] {
  const idOf = ({ supports, directions = 0, days, by }: Threshold) =>
    [supports, directions, days, by].join('/')
  const without = (list: readonly Threshold[], others: readonly Threshold[]) => {
    const known = new Set(others.map(idOf))
    return list.filter(each => !known.has(idOf(each)))
  }
  const said = (each: Threshold, act: 'added' | 'removed') => ({
    sentence: `The threshold of ${thresholdText(each)} is ${act}; answers already due keep their day.`,
    said: { of: 'threshold' as const, act, id: idOf(each) },
  })
  return [
    ...without(before, after).map(each => said(each, 'removed')),
    ...without(after, before).map(each => said(each, 'added')),
  ]
}
