import { Cron } from 'croner'

/** The scheduled fact that deletes the screens of the day before. */
export const FORGET_SCREENS = 'room.forget-screens'

/** Daily at 4 h in the zone. `after` and the result are milliseconds. */
export function nightly(zone: string): (after: number) => number {
  const job = new Cron('0 4 * * *', { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error('a daily schedule has no end')
    return next.getTime()
  }
}
