import type { Fact } from '../../kernel/outbox.ts'
import type { Workshop } from './domain.ts'

/** The card in the channel shows totals and what can still be done: it is drawn again when this comes true. */
export function cardFact(id: string): Fact {
  return { kind: 'workshops.changed', payload: { workshop: id }, mergeKey: `workshops:${id}` }
}

/** Its start and its end, which change what can be done. Those of a workshop that moved stand beside the old ones. */
export function momentFacts({ id, startsAt, endsAt, revision }: Workshop): readonly Fact[] {
  const fact = (name: string, dueAt: number) => ({
    ...cardFact(id),
    mergeKey: `workshops:${id}:${name}:${revision}`,
    dueAt,
  })
  return [fact('start', startsAt), fact('end', endsAt)]
}
