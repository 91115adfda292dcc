import type { Fact } from '../../../kernel/storage/outbox.ts'

/** The card of a series in its channels is drawn again when this comes true. */
export function seriesFact(id: string): Fact {
  return { kind: 'workshops.series-changed', payload: { series: id }, mergeKey: `series:${id}` }
}
