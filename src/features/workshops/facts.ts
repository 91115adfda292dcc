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

/** What is free is to be offered, at once or at `dueAt` (milliseconds): an offer ends then, or seats are kept no longer. */
export function settleFact(id: string, dueAt?: number): Fact {
  const mergeKey = `workshops:${id}:settle${dueAt === undefined ? '' : `:${dueAt}`}`
  const due = dueAt === undefined ? {} : { dueAt }
  return { kind: 'workshops.settle', payload: { workshop: id }, mergeKey, ...due }
}

/** A seat is kept for the person until then (milliseconds): they are to hear of it. */
export function offeredFact(workshop: string, person: string, until: number): Fact {
  return { kind: 'workshops.offered', payload: { workshop, person, until } }
}

/** When registration opens and closes, and when kept seats are given to all: each that is yet to come. */
export function windowFacts({ id, opensAt, closesAt, releaseAt }: Workshop, now: number): readonly Fact[] {
  const drawn = (dueAt: number) => ({ ...cardFact(id), mergeKey: `workshops:${id}:window:${dueAt}`, dueAt })
  const coming = (at: number | null): at is number => at !== null && at > now
  return [
    ...[opensAt, closesAt].filter(coming).map(drawn),
    ...[releaseAt].filter(coming).map(at => settleFact(id, at)),
  ]
}

/** A move that those with a seat are to hear of, from just beyond the person `after`. `by`: who moved it. */
export type Moving = {
  readonly workshop: string
  readonly revision: number
  readonly by: string
  readonly after: string
}

export function movedFact(moving: Moving): Fact {
  return { kind: 'workshops.moved', payload: moving }
}

export function movingOf({ payload }: Fact): Moving {
  const { workshop, revision, by, after } = payload
  return { workshop: String(workshop), revision: Number(revision), by: String(by), after: String(after) }
}
