import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { dateIn, dayAfter } from '../../../kernel/time/time-zone.ts'
import { daysBetween } from '../seats/days-before.ts'
import {
  DESCRIPTION_LIMIT,
  optionalWithin,
  seenAt,
  titleWithin,
  type Workshop,
  type WorkshopSeen,
} from '../workshop/domain.ts'

export const SERIES_PERMISSIONS = {
  plan: { act: 'workshops.plan', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Limit of days in a series: its card lists each of them. */
const DAYS_LIMIT = 12

/** Title, description and axis shared by the days. */
export type SeriesDraft = {
  readonly title: string
  /** '' when there is none. */
  readonly description: string
  readonly axis: string
}

export type WorkshopSeries = SeriesDraft & {
  readonly id: string
  readonly organiser: string
  /** Milliseconds. */
  readonly createdAt: number
  /** Null until it is announced. */
  readonly announcedAt: number | null
}

export type SeriesStage = 'draft' | 'announced' | 'full' | 'closed' | 'underway' | 'over' | 'cancelled'

/** A series with its days, by start. */
export type SeriesSeen = WorkshopSeries & {
  readonly days: readonly WorkshopSeen[]
  readonly stage: SeriesStage
  /** When it was read, in milliseconds. */
  readonly now: number
}

/** @throws Refusal `title-missing`, `empty-text`, `too-long` */
export function seriesDraftOf({ title, description, axis }: SeriesDraft): SeriesDraft {
  return {
    title: titleWithin(title),
    description: optionalWithin(description, DESCRIPTION_LIMIT),
    axis,
  }
}

/** When registration opens, if that is still to come. */
export function opensLater({ opensAt }: Pick<Workshop, 'opensAt'>, now: number): number | undefined {
  return opensAt !== null && opensAt > now ? opensAt : undefined
}

/** Days open for registration or for the waiting list. */
export function openDays({ days, now }: Pick<SeriesSeen, 'days' | 'now'>): readonly WorkshopSeen[] {
  const open = days.filter(({ stage }) => stage === 'announced' || stage === 'full')
  return open.filter(day => opensLater(day, now) === undefined)
}

function stageAmong(days: readonly WorkshopSeen[]): SeriesStage {
  const held = days.filter(({ stage }) => stage !== 'cancelled')
  const any = (stage: WorkshopSeen['stage']) => held.some(day => day.stage === stage)
  if (days.length > 0 && held.length === 0) return 'cancelled'
  if (held.length > 0 && held.every(({ stage }) => stage === 'over')) return 'over'
  if (any('announced')) return 'announced'
  if (any('full')) return 'full'
  return any('underway') ? 'underway' : 'closed'
}

/** Without a date of their own: the start of a postponed day is the one that it had. */
const UNDATED: readonly WorkshopSeen['stage'][] = ['draft', 'cancelled', 'postponed']

/** Start of the last day that is to be held; undefined when there is none. */
export function lastStart({ days }: Pick<SeriesSeen, 'days'>): number | undefined {
  const held = days.filter(({ stage }) => !UNDATED.includes(stage))
  return held.length === 0 ? undefined : Math.max(...held.map(({ startsAt }) => startsAt))
}

/** `now`: milliseconds. */
export function seriesSeen(series: WorkshopSeries, days: readonly WorkshopSeen[], now: number): SeriesSeen {
  const told = days.filter(({ stage }) => stage !== 'draft')
  return { ...series, days, now, stage: series.announcedAt === null ? 'draft' : stageAmong(told) }
}

/** The same with all drafts announced now: the preview of its card. */
export function announcedSeries(series: SeriesSeen): SeriesSeen {
  const { now, announcedAt } = series
  const days = series.days.map(day =>
    day.state === 'draft' ? seenAt({ ...day, state: 'announced' }, now, undefined) : day,
  )
  return seriesSeen({ ...series, announcedAt: announcedAt ?? now }, days, now)
}

/** Without drafts: what everybody may see. */
export function announcedOnly(series: SeriesSeen): SeriesSeen {
  return { ...series, days: series.days.filter(({ stage }) => stage !== 'draft') }
}

/**
 * Default date (`YYYY-MM-DD`) of the next day: as far from the last as that one is from the one before; a week later
 * with only one. Undefined without any.
 */
export function nextDate(days: readonly Pick<Workshop, 'startsAt'>[], zone: string): string | undefined {
  const [before, last] = [days.at(-2), days.at(-1)]
  if (!last) return undefined
  const gap = before ? daysBetween(before.startsAt, last.startsAt, zone) : 7
  return dayAfter(dateIn(last.startsAt, zone), gap > 0 ? gap : 7)
}

/** @throws Refusal `days-many` */
export function checkRoomForDay(days: number): void {
  if (days >= DAYS_LIMIT) throw new Refusal('days-many', { max: DAYS_LIMIT })
}

/** @throws Refusal `day-missing` without drafts, `day-past` with the day's start */
export function checkAnnouncing(drafts: readonly Workshop[], now: number): void {
  if (drafts.length === 0) throw new Refusal('day-missing')
  const past = drafts.find(({ startsAt }) => startsAt <= now)
  if (past) throw new Refusal('day-past', { at: past.startsAt })
}
