import type { Fact } from '../../../kernel/storage/outbox.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import type { Workshop } from './domain.ts'
import { momentsOf } from './key-dates.ts'

/** Schedules an edit of the channel card: never because somebody answered. */
export function cardFact(id: string): Fact {
  return { kind: 'workshops.changed', payload: { workshop: id }, mergeKey: `workshops:${id}` }
}

/** The same at each future key date. A date that no longer applies by then edits nothing: `at` says which it was. */
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

/** The key date that the fact was scheduled for (ms); undefined: the card is edited in any case. */
export function momentOfFact({ payload: { at } }: Pick<Fact, 'payload'>): number | undefined {
  return typeof at === 'number' ? at : undefined
}

/** How long an answer stays readable on the card before an edit may replace it (ms). */
export const ANSWER_STANDS = 2 * MINUTE

/** It became full, or free again: its card, or its series', is edited at `dueAt` (ms), if that still holds. */
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

/** Schedules the notification of an offer that expires at `until` (milliseconds). */
export function offeredFact(workshop: string, person: string, until: number): Fact {
  return { kind: 'workshops.offered', payload: { workshop, person, until } }
}

/** A move to notify people with a seat of, from just after the person `after`. `by`: who moved it. */
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
