import { DAY, MINUTE } from './clock.ts'

type Show = 'dateStyle' | 'timeStyle'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Cached: a new formatter costs 30 µs, and 20 kB that are freed late. A programme has one zone. */
function formatIn(zone: string, show: Show): Intl.DateTimeFormat {
  const key = `${show} ${zone}`
  const kept = formats.get(key) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, [show]: 'short' })
  formats.set(key, kept)
  return kept
}

/** `YYYY-MM-DD` of the moment in the zone. */
export function dateIn(ms: number, zone: string): string {
  return formatIn(zone, 'dateStyle').format(ms)
}

/** `HH:MM` of the moment in the zone. */
export function clockIn(ms: number, zone: string): string {
  return formatIn(zone, 'timeStyle').format(ms)
}

function offsetAt(ms: number, zone: string): number {
  const local = `${dateIn(ms, zone)}T${clockIn(ms, zone)}:00Z`
  return Date.parse(local) - Math.floor(ms / MINUTE) * MINUTE
}

/** ISO 8601 with offset, `YYYY-MM-DDTHH:MM:SS±HH:MM`, in the zone. */
export function isoIn(ms: number, zone: string): string {
  const offset = offsetAt(ms, zone)
  const away = new Date(Math.abs(offset)).toISOString().slice(11, 16)
  return `${new Date(ms + offset).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${away}`
}

/**
 * The time at which a wall clock in `zone` shows `date` (`YYYY-MM-DD`) and `time` (`HH:MM`). An hour skipped in
 * spring becomes the one after it; of an hour that comes twice, the first. Undefined when either is invalid, or the
 * year is beyond 9999: dates are written with four digits.
 */
export function momentOf(date: string, time: string, zone: string): number | undefined {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return undefined
  const wall = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return undefined
  const early = wall - Math.max(offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone))
  const late = wall - Math.min(offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone))
  return early + offsetAt(early, zone) === wall ? early : late
}

/** `day` (`YYYY-MM-DD`) and so many days after it. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}
