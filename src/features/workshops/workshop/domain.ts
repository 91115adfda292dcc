import { EVERYONE, ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import type { Where } from '../../channels/index.ts'

const TITLE_LIMIT = 80
export const DESCRIPTION_LIMIT = 300
export const PLACE_LIMIT = 120

/** `yes`: they have a seat; `offered`: one is kept for them, who waited, until they confirm. */
export type RegistrationAnswer = 'yes' | 'no' | 'waiting' | 'offered'

export type Workshop = {
  readonly id: string
  readonly title: string
  /** '' when there is none, as for `place` and `link`; one of these two is there. */
  readonly description: string
  readonly axis: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place: string
  /** https, without a password in it. */
  readonly link: string
  readonly capacity: number
  readonly organiser: string
  readonly seatsTaken: number
  /** Directions of those who have a seat. */
  readonly directions: number
  readonly createdAt: number
  /** How often it moved: a calendar's SEQUENCE. */
  readonly revision: number
  /** What the last move moved. */
  readonly moved: Moved
  /** Where and when it was before that; absent where it never moved. */
  readonly was?: Spot
  /** When the organiser last changed anything of it. */
  readonly changedAt: number
  /** '' when it stands alone. */
  readonly series: string
  readonly state: WorkshopState
  /** Why it was cancelled or postponed; '' when nobody said. */
  readonly reason: string
  /** Milliseconds. Null: at once, at its start, never before it. */
  readonly opensAt: number | null
  readonly closesAt: number | null
  readonly releaseAt: number | null
  /** Whether each Direction has so many seats of its own, until `releaseAt`. */
  readonly quotas: boolean
  /** Seats kept for pilots and facilitators, until `releaseAt`. */
  readonly reserved: number
  /** How long a seat is kept for somebody to whom it was offered. */
  readonly confirmHours: number
  /** People on its waiting list. */
  readonly waiting: number
}

type WorkshopState = 'draft' | 'announced' | 'cancelled' | 'postponed'

/** A workshop open to all from its announcement to its start. */
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

/** One that is announced now, as nobody answered yet. `now`: milliseconds. */
export function announcedNow(
  draft: WorkshopDraft,
  { now, ...who }: Pick<Workshop, 'id' | 'organiser'> & { readonly now: number },
): Workshop {
  const unmoved = { revision: 0, moved: 'nothing', changedAt: now } as const
  return { ...PLAIN, seatsTaken: 0, directions: 0, createdAt: now, ...unmoved, ...draft, ...who }
}

/** What may send people elsewhere: the day and time, the place or link. */
export type Moved = 'nothing' | 'when' | 'where' | 'both'

/** When and where one is expected. Moments are milliseconds; '' where there is no place, or no link. */
export type Spot = Pick<Workshop, 'startsAt' | 'endsAt' | 'place' | 'link'>

/** What an organiser says of a workshop before it is one. */
export type WorkshopDraft = Pick<
  Workshop,
  'title' | 'description' | 'axis' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'capacity'
>

/** A draft as it was typed: a moment is missing when what was typed is no date or no time. */
export type TypedWorkshopDraft = Omit<WorkshopDraft, 'startsAt' | 'endsAt'> & {
  readonly startsAt: number | undefined
  readonly endsAt: number | undefined
}

/** A new one, and where it is to be announced. */
export type TypedNew = TypedWorkshopDraft & { readonly where: Where }

export const WORKSHOP_PERMISSIONS = {
  publish: { act: 'workshops.publish', roles: ORGANISERS },
  change: { act: 'workshops.change', roles: ORGANISERS },
  read: { act: 'workshops.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** `full` and `closed`: announced and yet to start, though nobody can take a seat. */
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
  /** Their place on the waiting list, from 1. */
  readonly rank?: number
  /** They wait, and there is a seat for them that it is too late to offer: they may take it. */
  readonly free?: true
  /** Until when the seat that was offered to them is kept; past, when they let it pass. Milliseconds. */
  readonly offeredUntil?: number
  /** The table they sit at, once it is shown. */
  readonly table?: number
  /** They facilitate it: at a table of their own, or going from one to another. */
  readonly facilitates?: { readonly table?: number }
  /** They may type what its tables say. */
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

/** Whether there is still something to come to. */
export function isAhead(stage: LifecycleStage): boolean {
  return isToCome(stage) || stage === 'underway'
}

/** Whether they come, or would. */
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
