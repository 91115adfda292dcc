import { SECOND } from '../../../kernel/time/clock.ts'
import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import { type Calendar, nextAllowed } from '../calendar/domain.ts'
import type { MessageState } from '../message/domain.ts'

/**
 * How many of a batch are in a state, by what Teams has. `sent`: it stands there, or the person pressed something on it,
 * whatever they asked since. `waiting`: whatever is not sent yet, claimed or not; `leaving`: Teams is being asked to take
 * it. `why`: of those that are unreachable.
 */
export type BatchCount = {
  readonly state: MessageState | 'leaving'
  readonly why?: 'blocked' | 'not-installed'
  readonly count: number
}

/** What is still to be sent. `rate`: messages a second. */
export type Left = { readonly count: number; readonly rate: number; readonly now: number }

/** Days of sending that are looked at before it is said that there is no end. */
const FAR = 60

/** When the last of so many will have gone, within working hours. Undefined: not in 60 days of sending. */
export function endOf({ count, rate, now }: Left, calendar: Calendar, zone: string): number | undefined {
  let left = (count / rate) * SECOND
  let from = nextAllowed(now, calendar, zone)
  for (let days = 0; from !== undefined && days < FAR; days++) {
    const closes = momentOf(dateIn(from, zone), calendar.hours.until, zone) ?? from
    if (left <= closes - from) return from + left
    left -= closes - from
    from = nextAllowed(closes, calendar, zone)
  }
  return undefined
}
