import { SECOND } from '../../../kernel/time/clock.ts'
import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import { type Calendar, nextAllowed } from '../calendar/domain.ts'
import type { MessageState } from '../message/domain.ts'

/**
 * Number of a batch's messages by outcome. `sent`: delivered, or something was pressed on it, even if it was postponed
 * since. `waiting`: not sent yet; `leaving`: in the hands of Teams. `why`: of unreachable ones.
 */
export type BatchCount = {
  readonly state: MessageState | 'leaving'
  readonly why?: 'blocked' | 'not-installed'
  readonly count: number
}

/** Remaining work. `rate`: messages per second. */
export type Left = { readonly count: number; readonly rate: number; readonly now: number }

/** Limit of sending days before giving up the estimate. */
const FAR = 60

/** When the last of so many is sent, within working hours. Undefined: not in 60 days of sending. */
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
