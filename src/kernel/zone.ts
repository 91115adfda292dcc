import { DAY, MINUTE } from './clock.ts'

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
  return Date.parse(local) - Math.floor(ms / MINUTE) * MINUTE
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
