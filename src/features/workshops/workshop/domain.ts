import { EVERYONE, ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import type { Where } from '../../channels/index.ts'

const TITLE_LIMIT = 80
export const DESCRIPTION_LIMIT = 300
export const PLACE_LIMIT = 120

/** `yes`: they have a seat; `offered`: a seat is held for them until they confirm, after the waiting list. */
export type RegistrationAnswer = 'yes' | 'no' | 'waiting' | 'offered'

export type Workshop = {
  readonly id: string
  readonly title: string
  /** '' when there is none; `place` and `link` likewise, but one of the two is required. */
  readonly description: string
  readonly axis: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place: string
  /** https, without user information. */
  readonly link: string
  readonly capacity: number
  readonly organiser: string
  readonly seatsTaken: number
  /** Number of distinct Directions with a seat. */
  readonly directions: number
  readonly createdAt: number
  /** Number of moves: SEQUENCE in iCalendar. */
  readonly revision: number
  /** What the last move changed. */
  readonly moved: Moved
  /** Place and time before the last move; absent where it never moved. */
  readonly was?: Spot
  /** When the organiser last changed anything of it. */
  readonly changedAt: number
  /** '' for a single workshop. */
  readonly series: string
  readonly state: WorkshopState
  /** Reason of a cancellation or postponement; '' without one. */
  readonly reason: string
  /** Milliseconds. Null: registration opens at once; closes at the start; nothing is released before it. */
  readonly opensAt: number | null
  readonly closesAt: number | null
  readonly releaseAt: number | null
  /** Whether quotas hold until `releaseAt`. */
  readonly quotas: boolean
  /** Seats reserved for pilots and facilitators until `releaseAt`. */
  readonly reserved: number
  /** Hours to confirm an offer. */
  readonly confirmHours: number
  /** Length of its waiting list. */
  readonly waiting: number
}

type WorkshopState = 'draft' | 'announced' | 'cancelled' | 'postponed'

/** Defaults of a workshop open to all from its announcement to its start. */
export const PLAIN = {
  series: '',
  state: 'announced',
  reason: '',
  opensAt: null,
  closesAt: null,
  releaseAt: null,
  quotas: false,
  reserved: 0,
  confirmHours: 24,
  waiting: 0,
} as const satisfies Partial<Workshop>

/** A draft as if announced now, without answers. `now`: milliseconds. */
export function announcedNow(
  draft: WorkshopDraft,
  { now, ...who }: Pick<Workshop, 'id' | 'organiser'> & { readonly now: number },
): Workshop {
  const unmoved = { revision: 0, moved: 'nothing', changedAt: now } as const
  return { ...PLAIN, seatsTaken: 0, directions: 0, createdAt: now, ...unmoved, ...draft, ...who }
}

/** What a move changed: day and time, place or link. */
export type Moved = 'nothing' | 'when' | 'where' | 'both'

/** Time and place. Times are milliseconds; '' without a place, or without a link. */
export type Spot = Pick<Workshop, 'startsAt' | 'endsAt' | 'place' | 'link'>

/** Fields that an organiser fills in. */
export type WorkshopDraft = Pick<
  Workshop,
  'title' | 'description' | 'axis' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'capacity'
>

/** A draft as typed: a time is undefined when the typed date or time is invalid. */
export type TypedWorkshopDraft = Omit<WorkshopDraft, 'startsAt' | 'endsAt'> & {
  readonly startsAt: number | undefined
  readonly endsAt: number | undefined
}

/** A new workshop, with the channels of its announcement. */
export type TypedNew = TypedWorkshopDraft & { readonly where: Where }

export const WORKSHOP_PERMISSIONS = {
  publish: { act: 'workshops.publish', roles: ORGANISERS },
  change: { act: 'workshops.change', roles: ORGANISERS },
  read: { act: 'workshops.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** `full` and `closed`: announced and to come, but nobody can take a seat. */
export type LifecycleStage =
  | 'draft'
  | 'announced'
  | 'full'
  | 'closed'
  | 'underway'
  | 'over'
  | 'cancelled'
  | 'postponed'

/** A workshop as one person sees it now. */
export type WorkshopSeen = Workshop & {
  /** Milliseconds. */
  readonly now: number
  readonly stage: LifecycleStage
  readonly mine?: RegistrationAnswer
  /** Their position on the waiting list, from 1. */
  readonly rank?: number
  /** They are on the waiting list and a seat is free that can no longer be offered in time: they may take it. */
  readonly free?: true
  /** When their offer expires, or expired. Milliseconds. */
  readonly offeredUntil?: number
  /** They asked to be told when registration opens, which is still to come. */
  readonly reminded?: true
  /** Their table, once tables are shown. */
  readonly table?: number
  /** They facilitate it: at a table of their own, or moving between tables. */
  readonly facilitates?: { readonly table?: number }
  /** They may harvest ideas. */
  readonly harvests?: true
  readonly inSeries?: { readonly id: string; readonly title: string }
}

type Timed = Pick<Workshop, 'startsAt' | 'endsAt' | 'state' | 'closesAt' | 'capacity' | 'seatsTaken'>

export function stageOf(workshop: Timed, now: number): LifecycleStage {
  const { startsAt, endsAt, state, closesAt } = workshop
  if (state !== 'announced') return state
  if (now >= startsAt) return now < endsAt ? 'underway' : 'over'
  if (closesAt !== null && now >= closesAt) return 'closed'
  return seatsLeft(workshop) === 0 ? 'full' : 'announced'
}

/** Announced, and not yet begun. */
export function isToCome(stage: LifecycleStage): boolean {
  return stage === 'announced' || stage === 'full' || stage === 'closed'
}

export function hasBegun(stage: LifecycleStage): boolean {
  return stage === 'underway' || stage === 'over'
}

/** To come or under way. */
export function isAhead(stage: LifecycleStage): boolean {
  return isToCome(stage) || stage === 'underway'
}

/** Whether they have a seat, an offer or a place on the waiting list. */
export function comes(answer: RegistrationAnswer | undefined): boolean {
  return answer !== undefined && answer !== 'no'
}

export function seenAt(workshop: Workshop, now: number, mine: RegistrationAnswer | undefined): WorkshopSeen {
  return { ...workshop, now, stage: stageOf(workshop, now), ...(mine !== undefined && { mine }) }
}

/** @throws Refusal `gone` */
export function requireFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

export function seatsLeft({ capacity, seatsTaken }: Pick<Workshop, 'capacity' | 'seatsTaken'>): number {
  return Math.max(0, capacity - seatsTaken)
}

export function titleWithin(text: string): string {
  if (cleanLine(text) === '') throw new Refusal('title-missing')
  return lineWithin(text, TITLE_LIMIT)
}

export function optionalWithin(text: string, max: number): string {
  return cleanLine(text) === '' ? '' : lineWithin(text, max)
}
