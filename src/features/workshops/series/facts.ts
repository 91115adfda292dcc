import type { Fact } from '../../../kernel/storage/outbox.ts'

/** Schedules an edit of the card of a series in its channels. */
export function seriesFact(id: string): Fact {
  return { kind: 'workshops.series-changed', payload: { series: id }, mergeKey: `series:${id}` }
}
