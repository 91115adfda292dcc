import type { Language } from '../kernel/language.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

function parts(ms: number, language: Language, zone: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: zone })
  return Object.fromEntries(format.formatToParts(ms).map(part => [part.type, part.value]))
}

/** « 9 h 30 », « 18 h » in French, “9:30” in English: 24 hours, in the given zone. */
export function timeText(ms: number, language: Language, zone: string): string {
  const { hour = '', minute = '' } = parts(ms, 'en', zone, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const short = String(Number(hour))
  if (language === 'en') return `${short}:${minute}`
  return minute === '00' ? `${short}\u00A0h` : `${short}\u00A0h\u00A0${minute}`
}

/** « jeudi 22 avril 2027 »; the year only when `withYear`. */
export function dayText(ms: number, language: Language, zone: string, withYear = true): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {}
  const options = { weekday: 'long', day: 'numeric', month: 'long', ...year } as const
  const text = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: zone }).format(ms)
  return text.replace(',', '').replace(/(\d+) (\p{L})/u, '$1\u00A0$2')
}

/** « juin 2027 » */
export function monthText(ms: number, language: Language, zone: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: zone } as const
  return new Intl.DateTimeFormat(LOCALE[language], options).format(ms)
}

/** `YYYY-MM-DD` of the moment in the zone. */
export function dateIn(ms: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(ms)
}

/** `HH:MM` of the moment in the zone. */
export function clockIn(ms: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(ms)
}

function offsetAt(ms: number, zone: string): number {
  const local = `${dateIn(ms, zone)}T${clockIn(ms, zone)}:00Z`
  return Date.parse(local) - Math.floor(ms / 60_000) * 60_000
}

/**
 * The moment a wall clock in `zone` shows `date` (`YYYY-MM-DD`) and `time` (`HH:MM`).
 * An hour that the spring change skips becomes the one after it; of an hour that comes twice, the first.
 * Undefined when either is not a date or a time.
 */
export function momentOf(date: string, time: string, zone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return undefined
  const wall = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return undefined
  const early = wall - Math.max(offsetAt(wall - 86_400_000, zone), offsetAt(wall + 86_400_000, zone))
  const late = wall - Math.min(offsetAt(wall - 86_400_000, zone), offsetAt(wall + 86_400_000, zone))
  return early + offsetAt(early, zone) === wall ? early : late
}
