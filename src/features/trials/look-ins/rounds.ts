import { DAY } from '../../../kernel/time/clock.ts'
import { dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { InitiativeTrial, Rhythm } from '../trial/domain.ts'

/** Days from one look-in to the next; of `end` there is but the last one. */
const PERIODS: Readonly<Record<Rhythm, number | undefined>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 28,
  end: undefined,
}
/** Days during which people answer after the one on which they are asked. */
const OPEN_DAYS = 5
/** Days before the last one of the trial on which the last look-in opens. */
const LAST_BEFORE = 2
const OPENS = '09:00'
/** The look-in before the first day. */
export const FIRST = 0

type Days = Pick<InitiativeTrial, 'from' | 'until' | 'rhythm'>

/** When who tries is asked, in milliseconds. `number`: how many days after the first day, and one. */
export type PlannedRound = { readonly number: number; readonly opensAt: number; readonly closesAt: number }

/** The moment in the zone; an hour that no clock shows is the one after it. */
function at(day: string, time: string, zone: string): number {
  return momentOf(day, time, zone) ?? Date.parse(`${day}T${time}:00Z`)
}

const later = (one: string, other: string) => (one > other ? one : other)

/** When a day, `YYYY-MM-DD`, is over. */
export const endOf = (day: string, zone: string): number => at(dayAfter(day), '00:00', zone)

/** Days on which regular look-ins open: those that are over before the last one begins. */
function regularDays({ from, rhythm }: Days, last: string): readonly string[] {
  const period = PERIODS[rhythm]
  if (period === undefined) return []
  const days: string[] = []
  for (let day = dayAfter(from, period); dayAfter(day, OPEN_DAYS) < last; day = dayAfter(day, period))
    days.push(day)
  return days
}

/** Look-ins from the first day of a trial on, in order: no two are open at once, and the last ends with it. */
export function roundsOf(plan: Days, zone: string): readonly PlannedRound[] {
  const { from, until } = plan
  const last = later(from, dayAfter(until, -LAST_BEFORE))
  return [...regularDays(plan, last), last].map(day => ({
    number: 1 + Math.round((Date.parse(day) - Date.parse(from)) / DAY),
    opensAt: at(day, OPENS, zone),
    closesAt: endOf(day === last ? until : dayAfter(day, OPEN_DAYS), zone),
  }))
}

/** The next that opens after that one, which opened at `at`. */
export function roundAfter(plan: Days, zone: string, at: number): PlannedRound | undefined {
  return roundsOf(plan, zone).find(({ opensAt }) => opensAt > at)
}

/** The first that is not over at `now`: it may have opened already. */
export function dueRound(plan: Days, zone: string, now: number): PlannedRound | undefined {
  return roundsOf(plan, zone).find(({ closesAt }) => closesAt > now)
}

/** The look-in before the first day, which opens as the trial is planned; none on that day and after it. */
export function firstRound({ from }: Days, zone: string, now: number): PlannedRound | undefined {
  const closesAt = at(from, '00:00', zone)
  return now < closesAt ? { number: FIRST, opensAt: now, closesAt } : undefined
}

/** How old a number is, in days, when another one is due; and how far messages of a trial are apart at least. */
export function periodOf({ from, until, rhythm }: Days): number {
  return (
    PERIODS[rhythm] ?? Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / DAY) - LAST_BEFORE)
  )
}
