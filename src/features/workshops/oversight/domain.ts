import type { Permission } from '../../../kernel/access/permission.ts'
import { matches } from '../../../search/matching.ts'
import { opensLater, type WorkshopSeries } from '../series/domain.ts'
import { isToCome, type LifecycleStage, stageOf, type Workshop } from '../workshop/domain.ts'

export const OVERSIGHT_PERMISSIONS = {
  oversee: { act: 'workshops.oversee', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

/** Which workshops those in charge look at: to come and under way, over, or not announced yet. */
export type PlanPeriod = 'coming' | 'past' | 'drafts'

/** `open`: there are seats; `early`: nobody can register yet; the others as their stage says. */
type PlanState =
  | 'open'
  | 'early'
  | Extract<LifecycleStage, 'full' | 'closed' | 'underway' | 'cancelled' | 'postponed'>

export type PlanFilter = {
  readonly state?: PlanState | undefined
  readonly axis?: string | undefined
  /** Beginnings of words of its title, its place or its series. */
  readonly text?: string | undefined
}

/** A workshop that stands alone, or a series with those of its days that are looked at, by start. */
export type PlanEntry = {
  readonly id: string
  readonly series?: WorkshopSeries
  readonly days: readonly Workshop[]
}

/** Announced with seats, and nobody can register yet. */
export function isEarly(day: Workshop, now: number): boolean {
  return stageOf(day, now) === 'announced' && opensLater(day, now) !== undefined
}

function isIn(day: Workshop, state: PlanState, now: number): boolean {
  const stage = stageOf(day, now)
  if (state === 'early') return isEarly(day, now)
  return state === 'open' ? stage === 'announced' && !isEarly(day, now) : stage === state
}

/** Whether any of its days is what is looked for. */
export function isWanted(
  { series, days }: PlanEntry,
  { state, axis, text = '' }: PlanFilter,
  now: number,
): boolean {
  const words = [series?.title, ...days.flatMap(({ title, place }) => [title, place])].join(' ')
  if (text !== '' && !matches(words, text)) return false
  if (axis !== undefined && series?.axis !== axis && !days.some(day => day.axis === axis)) return false
  return state === undefined || days.some(day => isIn(day, state, now))
}

/** Whether the day belongs to what is looked at. */
export function isOf(day: Workshop, when: PlanPeriod, now: number): boolean {
  if (when === 'drafts') return day.state === 'draft'
  return day.state !== 'draft' && (when === 'past' ? day.endsAt <= now : day.endsAt > now)
}

/** Whether those with a seat are still expected, or were to be. */
export function isAhead(day: Workshop, now: number): boolean {
  return day.state === 'postponed' || isToCome(stageOf(day, now))
}
