import { dateIn, momentOf } from './time-zone.ts'

/** A month of the calendar, `YYYY-MM`, and the millisecond in which it begins in a zone. */
export type MonthStart = { readonly month: string; readonly from: number }

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** The last `count` months up to that of `now`, the oldest first. */
export function monthsUntil(now: number, zone: string, count: number): readonly MonthStart[] {
  const months = [dateIn(now, zone).slice(0, 7)]
  while (months.length < count) months.push(monthBefore(months.at(-1) ?? ''))
  return months.toReversed().map(month => ({ month, from: momentOf(`${month}-01`, '00:00', zone) ?? 0 }))
}
