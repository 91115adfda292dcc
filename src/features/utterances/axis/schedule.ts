import { Cron } from 'croner'

/** The scheduled fact that counts the words of ideas by axis. */
export const COUNT_STEMS = 'utterances.count-stems'

/** Daily at half past three in the zone. `after` and the result are milliseconds. */
export function nightly(zone: string): (after: number) => number {
  const job = new Cron('30 3 * * *', { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error('a daily schedule has no end')
    return next.getTime()
  }
}
