import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Workdays } from '../../messages/index.ts'
import type { Ballot } from '../ballot/domain.ts'

/** Working hours. Days are `YYYY-MM-DD`, times milliseconds. */
export type Work = {
  readonly workdays: Workdays
  /** When work begins on that day, if it is a working day. */
  readonly beginsOn: (day: string) => Promise<number>
}

/** The last working day on which one may vote, and when work begins on it. */
export type LastDay = { readonly day: string; readonly beginsAt: number }

/** What a card says of the end: that it is today, or that there is no working day before it. */
export type Nearness = 'today' | 'workday'

type Span = Pick<Ballot, 'opensAt' | 'closesAt'>

export function startOf(day: string, zone: string): number {
  return momentOf(day, '00:00', zone) ?? Date.parse(day)
}

/** A ballot that closes on a Sunday, or on a Monday before work begins, has its last day on the Friday. */
export async function lastDayOf({ closesAt }: Span, zone: string, work: Work): Promise<LastDay> {
  const { before } = work.workdays
  let day = before(dayAfter(dateIn(closesAt - 1, zone)))
  let beginsAt = await work.beginsOn(day)
  while (beginsAt >= closesAt) {
    day = before(day)
    beginsAt = await work.beginsOn(day)
  }
  return { day, beginsAt }
}

/**
 * Whether the card has to be edited for the last day: not when it opened on that day or later, since it says so from
 * the start.
 */
export function needsLastDayEdit({ opensAt }: Span, { day }: LastDay, zone: string): boolean {
  return opensAt !== undefined && dateIn(opensAt, zone) < day
}

/** For an open ballot at `now`. */
export function nearnessOf({ closesAt }: Span, { day }: LastDay, now: number, zone: string) {
  const today = dateIn(now, zone)
  if (dateIn(closesAt - 1, zone) === today) return 'today'
  return day === today ? 'workday' : undefined
}
