import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Workdays } from '../../messages/index.ts'

/** Days that today is the eve of: all up to the next working day, since nobody is written to in between. */
export type Eve = {
  /** The last of them, `YYYY-MM-DD`, and its end, in milliseconds. */
  readonly last: string
  readonly until: number
  /** Whether the time is on one of them. */
  readonly covers: (at: number) => boolean
}

export function eveAt(now: number, zone: string, { after }: Workdays): Eve {
  const today = dateIn(now, zone)
  const last = after(today)
  const covers = (at: number) => dateIn(at, zone) > today && dateIn(at, zone) <= last
  return { last, until: startOf(dayAfter(last, 1), zone), covers }
}

/**
 * Start of the eve of the given time's day, in milliseconds, from when on it is worded differently. Undefined when
 * there is no working day before.
 */
export function eveBegins(at: number, now: number, zone: string, days: Workdays): number | undefined {
  const today = dateIn(now, zone)
  const next = days.after(today)
  const notifiedOn = days.before(next) === today ? today : next
  const eve = days.before(dateIn(at, zone))
  return notifiedOn < eve ? startOf(eve, zone) : undefined
}

function startOf(day: string, zone: string): number {
  return momentOf(day, '00:00', zone) ?? Date.parse(day)
}
