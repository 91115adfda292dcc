import { EVERYONE, ORGANISERS, PARTICIPANTS, type Permission } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { cleanLine, lineWithin } from '../../kernel/text.ts'
import type { Where } from '../channels/index.ts'

export const TITLE_LIMIT = 80
export const DESCRIPTION_LIMIT = 300
export const PLACE_LIMIT = 120
export const LINK_LIMIT = 1_000
export const SEATS_LIMIT = 2_000

export type Answer = 'yes' | 'no'

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
  /** When the organiser last changed anything of it. */
  readonly changedAt: number
}

/** What may send people elsewhere: the day and time, the place or link. */
export type Moved = 'nothing' | 'when' | 'where' | 'both'

/** What an organiser says of a workshop before it is one. */
export type Draft = Pick<
  Workshop,
  'title' | 'description' | 'axis' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'capacity'
>

/** A draft as it was typed: a moment is missing when what was typed is no date or no time. */
export type TypedDraft = Omit<Draft, 'startsAt' | 'endsAt'> & {
  readonly startsAt: number | undefined
  readonly endsAt: number | undefined
}

/** A new one, and where it is to be announced. */
export type TypedNew = TypedDraft & { readonly where: Where }

export const PERMISSIONS = {
  publish: { act: 'workshops.publish', roles: ORGANISERS },
  change: { act: 'workshops.change', roles: ORGANISERS },
  answer: { act: 'workshops.answer', roles: PARTICIPANTS },
  read: { act: 'workshops.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

export type Stage = 'announced' | 'underway' | 'over'

/** A workshop as one person sees it now. */
export type WorkshopSeen = Workshop & { readonly stage: Stage; readonly mine?: Answer }

export function stageOf({ startsAt, endsAt }: Pick<Workshop, 'startsAt' | 'endsAt'>, now: number): Stage {
  if (now < startsAt) return 'announced'
  return now < endsAt ? 'underway' : 'over'
}

export function seenAt(workshop: Workshop, now: number, mine: Answer | undefined): WorkshopSeen {
  return { ...workshop, stage: stageOf(workshop, now), ...(mine !== undefined && { mine }) }
}

export function seatsLeft({ capacity, seatsTaken }: Pick<Workshop, 'capacity' | 'seatsTaken'>): number {
  return Math.max(0, capacity - seatsTaken)
}

/**
 * Whether somebody whose answer is `before` may now give `answer`. A seat once taken is kept, full or not.
 * @throws Refusal `workshop-over` from its start on, `workshop-full`
 */
export function checkAnswer(
  workshop: Workshop,
  before: Answer | undefined,
  answer: Answer,
  now: number,
): void {
  if (stageOf(workshop, now) !== 'announced') throw new Refusal('workshop-over', { at: workshop.startsAt })
  if (answer === 'yes' && before !== 'yes' && seatsLeft(workshop) === 0) throw new Refusal('workshop-full')
}

function titleWithin(text: string): string {
  if (cleanLine(text) === '') throw new Refusal('title-missing')
  return lineWithin(text, TITLE_LIMIT)
}

function optionalWithin(text: string, max: number): string {
  return cleanLine(text) === '' ? '' : lineWithin(text, max)
}

/**
 * The address as browsers read it. A name before an `@` is refused: it makes a link look like another's.
 * @throws Refusal `link-unsafe`
 */
function linkOf(text: string): string {
  const typed = cleanLine(text)
  if (typed === '') return ''
  const url = typed.length <= LINK_LIMIT && URL.canParse(typed) ? new URL(typed) : undefined
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new Refusal('link-unsafe')
  return url.href
}

type Moments = { readonly startsAt: number | undefined; readonly endsAt: number | undefined }

function momentsOf({ startsAt, endsAt }: Moments, now: number): { startsAt: number; endsAt: number } {
  if (startsAt === undefined || endsAt === undefined) throw new Refusal('date-missing')
  if (endsAt <= startsAt) throw new Refusal('ends-first')
  if (startsAt <= now) throw new Refusal('date-past')
  return { startsAt, endsAt }
}

function capacityOf(seats: number): number {
  const possible = Number.isInteger(seats) && seats >= 1 && seats <= SEATS_LIMIT
  if (!possible) throw new Refusal('capacity', { max: SEATS_LIMIT })
  return seats
}

/**
 * The draft cleaned, or why it cannot be announced; in the order of the form.
 * @throws Refusal `title-missing`, `empty-text`, `too-long`, `date-missing`, `ends-first`, `date-past`, `link-unsafe`,
 * `where-missing`, `capacity`
 */
export function draftOf(typed: TypedDraft, now: number): Draft {
  const title = titleWithin(typed.title)
  const description = optionalWithin(typed.description, DESCRIPTION_LIMIT)
  const moments = momentsOf(typed, now)
  const place = optionalWithin(typed.place, PLACE_LIMIT)
  const link = linkOf(typed.link)
  if (place === '' && link === '') throw new Refusal('where-missing')
  const { axis } = typed
  return { title, description, axis, ...moments, place, link, capacity: capacityOf(typed.capacity) }
}
