import { Cron } from 'croner'

/** The scheduled fact that deletes objections which were taken back. */
export const FORGET_OBJECTIONS = 'synthesis.forget-objections'

/** Daily at a quarter past four in the zone. `after` and the result are milliseconds. */
export function nightly(zone: string): (after: number) => number {
  const job = new Cron('15 4 * * *', { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error('a daily schedule has no end')
    return next.getTime()
  }
}
