import { DAY } from '../../../kernel/time/clock.ts'
import { clockIn, dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'

/** Days before a day that anything can be set to. */
export const MOST_DAYS = 60

/**
 * So many days before the moment, when the clock of `zone` shows the same time.
 * @param startsAt milliseconds
 */
export function daysBefore(startsAt: number, days: number, zone: string): number {
  const date = dayAfter(dateIn(startsAt, zone), -days)
  return momentOf(date, clockIn(startsAt, zone), zone) ?? startsAt - days * DAY
}

/** How many days of `zone` lie between the two moments (milliseconds). */
export function daysBetween(before: number, after: number, zone: string): number {
  return Math.round((Date.parse(dateIn(after, zone)) - Date.parse(dateIn(before, zone))) / DAY)
}
