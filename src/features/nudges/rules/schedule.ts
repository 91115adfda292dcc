import { Cron } from 'croner'
import { DAY } from '../../../kernel/time/clock.ts'
import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { NudgeRule, Programme } from '../../programme/index.ts'

type At = Pick<NudgeRule, 'at'>

/** Fact that runs the rule. */
export function kindOf({ id }: Pick<NudgeRule, 'id'>): string {
  return `nudges.rule.${id}`
}

/**
 * Next run after `after`, both in milliseconds. croner runs a time skipped by the spring change right after the gap,
 * and an ambiguous one in autumn at its first occurrence: once a day.
 * @throws Error when there is none: the method file's schema excludes that
 */
export function nextOf({ at }: At, zone: string): (after: number) => number {
  const job = new Cron(at, { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error(`${at} never comes`)
    return next.getTime()
  }
}

/** When effects are recorded: before the day's rules, and at the end of the day. */
export const LOOKS: At = { at: '30 5,18 * * *' }

/** Whether the rule runs on the day of `now`. */
export function looksOn(rule: At, now: number, zone: string): boolean {
  const midnight = momentOf(dateIn(now, zone), '00:00', zone) ?? now - DAY
  return dateIn(nextOf(rule, zone)(midnight - 1), zone) === dateIn(now, zone)
}

/** Runs of the rule `id` as it is at each moment: none while it is off, or no longer among the programme's. */
export function runsOf(id: string, programme: Pick<Programme, 'nudges'>, zone: string) {
  return {
    kind: kindOf({ id }),
    next(after: number): number | undefined {
      const rule = programme.nudges.find(each => each.id === id)
      return rule && !rule.off ? nextOf(rule, zone)(after) : undefined
    },
  }
}
