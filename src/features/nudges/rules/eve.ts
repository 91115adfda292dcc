import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Workdays } from '../../messages/index.ts'

/** The days to which today is the eve: all that come up to the next working day, for nobody is told in between. */
export type Eve = {
  /** The last of them, `YYYY-MM-DD`, and when it ends, in milliseconds. */
  readonly last: string
  readonly until: number
  /** Whether the moment falls on one of them. */
  readonly covers: (at: number) => boolean
}

export function eveAt(now: number, zone: string, { after }: Workdays): Eve {
  const today = dateIn(now, zone)
  const last = after(today)
  const covers = (at: number) => dateIn(at, zone) > today && dateIn(at, zone) <= last
  return { last, until: startOf(dayAfter(last, 1), zone), covers }
}

/**
 * When the eve of the moment's day begins, in milliseconds: from then on other words are said of it. Undefined when no
 * working day is left before that.
 */
export function eveBegins(at: number, now: number, zone: string, days: Workdays): number | undefined {
  const today = dateIn(now, zone)
  const next = days.after(today)
  const told = days.before(next) === today ? today : next
  const eve = days.before(dateIn(at, zone))
  return told < eve ? startOf(eve, zone) : undefined
}

function startOf(day: string, zone: string): number {
  return momentOf(day, '00:00', zone) ?? Date.parse(day)
}
