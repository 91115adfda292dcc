import { Cron } from 'croner'
import { DAY } from '../../../kernel/time/clock.ts'
import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { NudgeRule } from '../../programme/index.ts'

type At = Pick<NudgeRule, 'at'>

/** The fact that has the rule looked at. */
export function kindOf({ id }: Pick<NudgeRule, 'id'>): string {
  return `nudges.rule.${id}`
}

/**
 * The first moment after `after` at which the rule looks, both in milliseconds. croner runs a time that the spring change
 * skips at the first moment after the gap, and one that comes twice in autumn at its first coming: once on each day.
 * @throws Error when there is none: the method file's schema takes no such time
 */
export function nextOf({ at }: At, zone: string): (after: number) => number {
  const job = new Cron(at, { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error(`${at} never comes`)
    return next.getTime()
  }
}

/** When it is looked at what nudges led to: before the day's rules, and once the day is done. */
export const LOOKS: At = { at: '30 5,18 * * *' }

/** Whether the rule looks on the day that `now` falls in. */
export function looksOn(rule: At, now: number, zone: string): boolean {
  const midnight = momentOf(dateIn(now, zone), '00:00', zone) ?? now - DAY
  return dateIn(nextOf(rule, zone)(midnight - 1), zone) === dateIn(now, zone)
}
