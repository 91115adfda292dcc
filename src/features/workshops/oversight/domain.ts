import type { Permission } from '../../../kernel/access/permission.ts'
import { matches } from '../../../search/matching.ts'
import { opensLater, type WorkshopSeries } from '../series/domain.ts'
import { isToCome, type LifecycleStage, stageOf, type Workshop } from '../workshop/domain.ts'

export const OVERSIGHT_PERMISSIONS = {
  oversee: { act: 'workshops.oversee', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

/** Period of the list: to come and under way, over, or drafts. */
export type PlanPeriod = 'coming' | 'past' | 'drafts'

/** `open`: seats are free; `early`: registration is not open yet; otherwise the stage. */
type PlanState =
  | 'open'
  | 'early'
  | Extract<LifecycleStage, 'full' | 'closed' | 'underway' | 'cancelled' | 'postponed'>

export type PlanFilter = {
  readonly state?: PlanState | undefined
  readonly axis?: string | undefined
  /** Word prefixes of its title, place or series. */
  readonly text?: string | undefined
}

/** A single workshop, or a series with those of its days that match, by start. */
export type PlanEntry = {
  readonly id: string
  readonly series?: WorkshopSeries
  readonly days: readonly Workshop[]
}

/** Announced with seats, before registration opens. */
export function isEarly(day: Workshop, now: number): boolean {
  return stageOf(day, now) === 'announced' && opensLater(day, now) !== undefined
}

function isIn(day: Workshop, state: PlanState, now: number): boolean {
  const stage = stageOf(day, now)
  if (state === 'early') return isEarly(day, now)
  return state === 'open' ? stage === 'announced' && !isEarly(day, now) : stage === state
}

/** Whether any of its days matches the filter. */
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

/** Whether the day belongs to the period. */
export function isOf(day: Workshop, when: PlanPeriod, now: number): boolean {
  if (when === 'drafts') return day.state === 'draft'
  return day.state !== 'draft' && (when === 'past' ? day.endsAt <= now : day.endsAt > now)
}

/** Postponed or still to come: its registrations still matter. */
export function isAhead(day: Workshop, now: number): boolean {
  return day.state === 'postponed' || isToCome(stageOf(day, now))
}
