import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import { checkAnswerable } from '../seats/domain.ts'
import { comes, type RegistrationAnswer, stageOf, type Workshop } from '../workshop/domain.ts'
import { registeringUntil } from '../workshop/key-dates.ts'

export const OPENING_PERMISSIONS = {
  remind: { act: 'workshops.remind-opening', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** What registration opens for: a single workshop, or a series, whose days open together. */
export type OpeningThing = { readonly thing: 'workshop' | 'series'; readonly id: string }

/** Somebody who asked to be told when registration opens. */
export type OpeningRequest = {
  readonly person: string
  /** Milliseconds. */
  readonly askedAt: number
}

/** An answer of somebody who asked. `at`: milliseconds. */
export type GivenAnswer = {
  readonly person: string
  readonly answer: RegistrationAnswer
  readonly at: number
}

/**
 * Registration of a thing now. `later`: opens at `at` (milliseconds). `pending`: postponed, it may open once it has a
 * date. `until`: when the last of it closes.
 */
export type Opening =
  | { readonly state: 'open'; readonly days: readonly Workshop[]; readonly until: number }
  | { readonly state: 'later'; readonly at: number }
  | { readonly state: 'pending' | 'over' }

export function thingOf({ id, series }: Pick<Workshop, 'id' | 'series'>): OpeningThing {
  return series === '' ? { thing: 'workshop', id } : { thing: 'series', id: series }
}

/** `days`: the workshop, or all days of the series; drafts do not count. `now`: milliseconds. */
export function openingOf(days: readonly Workshop[], now: number): Opening {
  const asking = days.filter(day => ['announced', 'full'].includes(stageOf(day, now)))
  const open = asking.filter(({ opensAt }) => opensAt === null || opensAt <= now)
  if (open.length > 0)
    return { state: 'open', days: open, until: Math.max(...open.map(day => registeringUntil(day))) }
  const moments = asking.flatMap(({ opensAt }) => (opensAt === null ? [] : [opensAt]))
  if (moments.length > 0) return { state: 'later', at: Math.min(...moments) }
  return { state: days.some(({ state }) => state === 'postponed') ? 'pending' : 'over' }
}

/**
 * When registration opens (milliseconds).
 * @throws Refusal `registration-open`, `registration-closed`, and those of `checkAnswerable` for a single workshop
 */
export function requireLater(days: readonly Workshop[], now: number): number {
  const opening = openingOf(days, now)
  if (opening.state === 'later') return opening.at
  if (opening.state === 'open') throw new Refusal('registration-open')
  const [first] = days
  if (first && days.length === 1) checkAnswerable(first, 'yes', now)
  throw new Refusal('registration-closed')
}

/**
 * Whether the person still wants to hear of it: not who has a seat, waits for one, or said no to a single workshop after
 * having asked.
 */
export function stillWants(
  { askedAt }: OpeningRequest,
  answers: readonly GivenAnswer[],
  thing: OpeningThing,
) {
  if (answers.some(({ answer }) => comes(answer))) return false
  return thing.thing === 'series' || !answers.some(({ at }) => at >= askedAt)
}

/** Dedupe key of the message: one for each request. */
export function reasonOf({ id }: OpeningThing, { askedAt }: OpeningRequest): string {
  return `opening:${id}:${askedAt}`
}

/**
 * Registration opens, at once or at `dueAt` (milliseconds): whoever asked is told. Noted again with the same date, it
 * adds nothing.
 */
export function openingFact({ thing, id }: OpeningThing, dueAt?: number): Fact {
  const mergeKey = `workshops:${id}:opening${dueAt === undefined ? '' : `:${dueAt}`}`
  const due = dueAt === undefined ? {} : { dueAt }
  return { kind: 'workshops.opening', payload: { thing, id }, mergeKey, ...due }
}

export function thingIn({ payload }: Pick<Fact, 'payload'>): OpeningThing {
  return { thing: payload.thing === 'series' ? 'series' : 'workshop', id: String(payload.id) }
}
