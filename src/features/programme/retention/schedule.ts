import { Cron } from 'croner'

/** Fact that erases what is due. */
export const ERASE = 'programme.erase'

/** Daily at half past two in the zone. */
export function nightly(zone: string): (after: number) => number {
  const job = new Cron('30 2 * * *', { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error('a nightly schedule has no end')
    return next.getTime()
  }
}
