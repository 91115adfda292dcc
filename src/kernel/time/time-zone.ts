import { DAY, MINUTE } from './clock.ts'

type Show = 'dateStyle' | 'timeStyle'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept: a new one each time costs 30 µs, and 20 kB that are given back late. A programme has one zone. */
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

/** `YYYY-MM-DDTHH:MM:SS±HH:MM`: the moment as ISO 8601 has it, by the clock of the zone and how far it is from UTC. */
export function isoIn(ms: number, zone: string): string {
  const offset = offsetAt(ms, zone)
  const away = new Date(Math.abs(offset)).toISOString().slice(11, 16)
  return `${new Date(ms + offset).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${away}`
}

/**
 * The moment a wall clock in `zone` shows `date` (`YYYY-MM-DD`) and `time` (`HH:MM`).
 * An hour that the spring change skips becomes the one after it; of an hour that comes twice, the first.
 * Undefined when either is not a date or a time, or the year is none that anybody plans in: dates are written with four
 * digits only up to the last day of 9999.
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
