import { DAY } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import { WEEK, type Weekday } from '../../../kernel/time/week.ts'

/** Days are `YYYY-MM-DD`, times `HH:MM`. */
export type Calendar = {
  readonly hours: { readonly from: string; readonly until: string }
  /** Working days of the week: 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[]
  /** Whether it is no working day in spite of its weekday: a public holiday, a closure. */
  readonly closed: (day: string) => boolean
}

/** A person's time off: a pause until a last day, `YYYY-MM-DD`, and days of the week. */
export type TimeOff = { readonly pausedUntil?: string; readonly daysOff?: readonly Weekday[] }

/** Limit of days searched. */
const FAR = 500

/** 1 for Monday to 7 for Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

function nameOf(number: number): Weekday {
  return WEEK[number - 1] ?? 'sunday'
}

/** Of a day, `YYYY-MM-DD`. */
export function weekdayOf(day: string): Weekday {
  return nameOf(weekday(day))
}

/** Working days of the week, in order. */
export function workdaysOf({ days }: Pick<Calendar, 'days'>): readonly Weekday[] {
  return days.toSorted().map(nameOf)
}

function isWorked(day: string, { days, closed }: Pick<Calendar, 'days' | 'closed'>): boolean {
  return days.includes(weekday(day)) && !closed(day)
}

/** Working days around a day, both `YYYY-MM-DD`. */
export type Workdays = {
  /** The next one. */
  readonly after: (day: string) => string
  /** The previous one. */
  readonly before: (day: string) => string
}

/** Where there is no working day in 500 days, every day counts as one. */
export function workdaysIn(calendar: Pick<Calendar, 'days' | 'closed'>): Workdays {
  const nearest = (step: 1 | -1) => (from: string) => {
    let day = dayAfter(from, step)
    for (let looked = 0; looked < FAR; looked++, day = dayAfter(day, step))
      if (isWorked(day, calendar)) return day
    return dayAfter(from, step)
  }
  return { after: nearest(1), before: nearest(-1) }
}

/**
 * First time from `now` on at which the bot may write: within hours, on a working day that is not the person's time
 * off. Undefined when there is none in 500 days.
 */
export function nextAllowed(
  now: number,
  calendar: Calendar,
  zone: string,
  { pausedUntil = '', daysOff = [] }: TimeOff = {},
): number | undefined {
  const worked = calendar.days.filter(number => !daysOff.includes(nameOf(number)))
  const own = { ...calendar, days: worked }
  let day = dateIn(now, zone)
  for (let looked = 0; looked < FAR; looked++, day = dayAfter(day)) {
    if (day <= pausedUntil || !isWorked(day, own)) continue
    const { from, until } = calendar.hours
    const opens = momentOf(day, from, zone) ?? now
    const closes = momentOf(day, until, zone) ?? now
    if (now < closes && opens < closes) return Math.max(now, opens)
  }
  return undefined
}

/** ISO week: `2027-W16`. */
export function weekOf(now: number, zone: string): string {
  const day = dateIn(now, zone)
  // An ISO week belongs to the year of its Thursday.
  const thursday = dayAfter(day, 4 - weekday(day))
  const year = thursday.slice(0, 4)
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / DAY
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}

/** When the next week begins. */
export function nextWeek(now: number, zone: string): number {
  const day = dateIn(now, zone)
  return momentOf(dayAfter(day, 8 - weekday(day)), '00:00', zone) ?? now + 7 * DAY
}

/** When the next day begins. */
export function nextDay(now: number, zone: string): number {
  return momentOf(dayAfter(dateIn(now, zone)), '00:00', zone) ?? now + DAY
}
