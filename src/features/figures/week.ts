import { DAY } from '../../kernel/time/clock.ts'

/** One snapshot: the week it stands for, by its Monday; the day it was taken, both `YYYY-MM-DD`; the millisecond. */
export type SnapshotTime = { readonly week: string; readonly day: string; readonly takenAt: number }

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10)

/** The Monday of the week that `day` lies in, both `YYYY-MM-DD`. */
export function mondayOf(day: string): string {
  return daysBefore(day, (new Date(Date.parse(day)).getUTCDay() + 6) % 7)
}

/** A Monday. */
const FIRST = Date.parse('1970-01-05')

/** The fortnight that `week` lies in, by its Monday: two weeks of one are the same number. */
export const fortnightOf = (week: string): number => Math.floor((Date.parse(week) - FIRST) / (14 * DAY))

/** The first of `weeks` that lies in the fortnight of `week`: estimates of Directions stand from then on. */
export function firstOfFortnight(weeks: readonly SnapshotTime[], week: string): string {
  return weeks.find(each => fortnightOf(each.week) === fortnightOf(week))?.week ?? week
}

/** The oldest of `weeks` weeks that are kept when `week` runs. */
export function oldestKept(week: string, weeks: number): string {
  return daysBefore(week, 7 * (weeks - 1))
}
