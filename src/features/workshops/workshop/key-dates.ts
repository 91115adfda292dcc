import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Workshop } from './domain.ts'

type Timed = Pick<Workshop, 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'releaseAt' | 'state'>

/** When the card is edited for the last day: before working hours. */
const EARLY = '05:00'

/** When registration closes (ms). */
export function registeringUntil({ startsAt, closesAt }: Pick<Timed, 'startsAt' | 'closesAt'>): number {
  return Math.min(startsAt, closesAt ?? startsAt)
}

/** Whether the time is on the last day of registration, in `zone`. */
export function isLastDay(
  workshop: Pick<Timed, 'startsAt' | 'closesAt'>,
  now: number,
  zone: string,
): boolean {
  const until = registeringUntil(workshop)
  return now < until && dateIn(now, zone) === dateIn(until, zone)
}

/**
 * When its channel card must be edited (ms): registration opens, has its last day, closes; reserved seats are released;
 * it starts and ends. None while it is a draft.
 */
export function momentsOf(workshop: Timed, zone: string): readonly number[] {
  const { state, opensAt, closesAt, releaseAt, startsAt, endsAt } = workshop
  if (state !== 'announced') return []
  const until = registeringUntil(workshop)
  const early = momentOf(dateIn(until, zone), EARLY, zone)
  const lastDay = early !== undefined && early < until ? early : null
  const all = [opensAt, lastDay, closesAt, releaseAt, startsAt, endsAt]
  return [...new Set(all.filter(at => at !== null))]
}
