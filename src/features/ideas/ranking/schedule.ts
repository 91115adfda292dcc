import { Cron } from 'croner'

/** Fact that has the ranking computed. */
export const RANK = 'ideas.rank'

/** Every day at 6 h in the zone, before anybody reads. */
export function morning(zone: string): (after: number) => number {
  const job = new Cron('0 6 * * *', { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error('a daily schedule has no end')
    return next.getTime()
  }
}
