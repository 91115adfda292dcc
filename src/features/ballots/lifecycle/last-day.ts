import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Workdays } from '../../messages/index.ts'
import type { Ballot } from '../ballot/domain.ts'

/** Days are `YYYY-MM-DD`, moments milliseconds. */
export type Work = {
  readonly workdays: Workdays
  /** When work begins on that day, if it is worked. */
  readonly beginsOn: (day: string) => Promise<number>
}

/** The last working day on which one may vote, and when work begins on it. */
export type LastDay = { readonly day: string; readonly beginsAt: number }

/** What a card says of the end: that it is today, or that no working day comes before it. */
export type Nearness = 'today' | 'workday'

type Span = Pick<Ballot, 'opensAt' | 'closesAt'>

export function startOf(day: string, zone: string): number {
  return momentOf(day, '00:00', zone) ?? Date.parse(day)
}

/** One that closes on a Sunday has its last day on the Friday, and so has one that closes on a Monday before work begins. */
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

/** Whether its card is to say so on that day: where it opened that day or later, it has said so from the first. */
export function isForeseen({ opensAt }: Span, { day }: LastDay, zone: string): boolean {
  return opensAt !== undefined && dateIn(opensAt, zone) < day
}

/** Of an open ballot at `now`. */
export function nearnessOf({ closesAt }: Span, { day }: LastDay, now: number, zone: string) {
  const today = dateIn(now, zone)
  if (dateIn(closesAt - 1, zone) === today) return 'today'
  return day === today ? 'workday' : undefined
}
