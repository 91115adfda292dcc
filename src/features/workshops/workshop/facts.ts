import type { Fact } from '../../../kernel/storage/outbox.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import type { Workshop } from './domain.ts'
import { momentsOf } from './key-dates.ts'

/** The card in the channel is drawn again when this comes true: never because somebody answered. */
export function cardFact(id: string): Fact {
  return { kind: 'workshops.changed', payload: { workshop: id }, mergeKey: `workshops:${id}` }
}

/** The same at each of its moments that is to come. One that it has no more by then draws nothing: `at` says which it was. */
export function momentFacts(workshop: Workshop, zone: string, now: number): readonly Fact[] {
  const { id } = workshop
  const coming = momentsOf(workshop, zone).filter(at => at > now)
  return coming.map(at => ({
    ...cardFact(id),
    payload: { workshop: id, at },
    mergeKey: `workshops:${id}:at:${at}`,
    dueAt: at,
  }))
}

/** The moment for which the fact was noted (ms); undefined: the card is to be drawn whatever the time. */
export function momentOfFact({ payload: { at } }: Pick<Fact, 'payload'>): number | undefined {
  return typeof at === 'number' ? at : undefined
}

/** How long whoever took or left a seat on the card reads the answer before an edit takes it (ms). */
export const ANSWER_STANDS = 2 * MINUTE

/** It became full, or free again: its card, or its series', is to say so at `dueAt` (ms), if it still is. */
export function roomFact({ id, series }: Pick<Workshop, 'id' | 'series'>, dueAt: number): Fact {
  const mergeKey = `workshops:${series === '' ? id : series}:room`
  return { kind: 'workshops.room', payload: { workshop: id }, mergeKey, dueAt }
}

/** Asks for reallocation to the waiting list, at once or at `dueAt` (milliseconds): an offer expires, or seats are released. */
export function reallocationFact(id: string, dueAt?: number): Fact {
  const mergeKey = `workshops:${id}:settle${dueAt === undefined ? '' : `:${dueAt}`}`
  const due = dueAt === undefined ? {} : { dueAt }
  return { kind: 'workshops.settle', payload: { workshop: id }, mergeKey, ...due }
}

/** A seat is offered to the person until then (milliseconds): they are to be notified. */
export function offeredFact(workshop: string, person: string, until: number): Fact {
  return { kind: 'workshops.offered', payload: { workshop, person, until } }
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
