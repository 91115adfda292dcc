import { dayText, monthText, setDay } from '../../../../i18n/dates.ts'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import { capitalised } from './capital.ts'
import type { Translator } from './translator.ts'

const DAY = 86_400_000
const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

/** Noon of a calendar day, UTC: the same day in UTC whatever is added to it in hours. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

/** `YYYY-MM-DD` of a moment, UTC. */
function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** The day that many days after another. */
export function daysAfter(day: string, days: number): string {
  return isoDay(noonOf(day) + days * DAY)
}

/** Nearer than this, a month's end is not offered (days). */
const SOON = 14

/** Last days of this month (unless under two weeks away) and of those that follow, `count` of them. */
export function monthEnds(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const ends = Array.from({ length: count + 1 }, (_, at) => isoDay(Date.UTC(year, month + at, 0, 12)))
  return ends.filter(end => noonOf(end) - noonOf(today) >= SOON * DAY).slice(0, count)
}

/** The end that a commitment begins with, about two months on. */
export function usualHorizon(today: string): string {
  return monthEnds(today, 2)[1] ?? today
}

export function isMonthEnd(day: string): boolean {
  return isoDay(noonOf(day) + DAY).endsWith('-01')
}

/** « lundi 17 mai 2027 » */
export function fullDay(day: string, { language }: Translator): string {
  return dayText(noonOf(day), language, 'UTC')
}

/** « 17 mai », with the year when it is another than today's. */
export function plainDay(day: string, today: string, { language }: Translator): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? ({} as const) : ({ year: 'numeric' } as const)
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC', ...year } as const
  return setDay(new Intl.DateTimeFormat(LOCALE[language], options).format(noonOf(day)), language)
}

/** The day of a moment (ms) in the programme's zone, as `plainDay` says it. */
export function momentDay(ms: number, today: string, translator: Translator): string {
  return plainDay(dateIn(ms, translator.zone), today, translator)
}

/** « 17 mai, 10 h 30 » */
export function momentText(ms: number, today: string, translator: Translator): string {
  return translator.say('tab.moment', { day: momentDay(ms, today, translator), time: translator.time(ms) })
}

function monthOf(day: string, today: string, { language }: Translator): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? ({} as const) : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(LOCALE[language], { month: 'long', timeZone: 'UTC', ...year }).format(
    noonOf(day),
  )
}

/** « juin 2027 » of a month, `YYYY-MM`. */
export function monthName(month: string, { language }: Translator): string {
  return monthText(noonOf(`${month}-01`), language, 'UTC')
}

/** « Fin juin », or « 10 juin » for any other day. */
export function horizonName(day: string, today: string, translator: Translator): string {
  if (!isMonthEnd(day)) return capitalised(plainDay(day, today, translator))
  return translator.say('commit.horizon.end', { month: monthOf(day, today, translator) })
}

/** « Fin juin, dans 6 semaines »; how long only when it is near, on either side. */
export function horizonText(day: string, today: string, translator: Translator): string {
  const days = Math.round((noonOf(day) - noonOf(today)) / DAY)
  const name = horizonName(day, today, translator)
  if (Math.abs(days) > 63) return name
  const relative = new Intl.RelativeTimeFormat(LOCALE[translator.language], { numeric: 'auto' })
  const distance =
    Math.abs(days) < 14 ? relative.format(days, 'day') : relative.format(Math.round(days / 7), 'week')
  return translator.say('tab.horizon.near', { name, distance })
}

/** « 22 févr. », where there is room for no more. */
export function dayMonth(day: string, { language }: Translator): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return setDay(new Intl.DateTimeFormat(LOCALE[language], options).format(noonOf(day)), language)
}

/** « 1er déc. » of a moment (ms), in the programme's zone. */
export function shortDate(ms: number, translator: Translator): string {
  return dayMonth(dateIn(ms, translator.zone), translator)
}
