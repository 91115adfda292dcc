import { DAY } from '../../../kernel/time/clock.ts'
import { clockIn, dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'

/** Largest number of days before the start in any setting. */
export const MOST_DAYS = 60

/** So many days before `startsAt`, at the same local time in `zone`. @param startsAt milliseconds */
export function daysBefore(startsAt: number, days: number, zone: string): number {
  const date = dayAfter(dateIn(startsAt, zone), -days)
  return momentOf(date, clockIn(startsAt, zone), zone) ?? startsAt - days * DAY
}

/** Number of calendar days in `zone` between two times (milliseconds). */
export function daysBetween(before: number, after: number, zone: string): number {
  return Math.round((Date.parse(dateIn(after, zone)) - Date.parse(dateIn(before, zone))) / DAY)
}
