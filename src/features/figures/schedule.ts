import { Cron } from 'croner'

/** The fact that has the figures counted. */
export const SNAPSHOT = 'figures.snapshot'

/** Every day at 6 h in the zone, before anybody reads; at another `time`, minutes and hour, where it is said. */
export function daily(zone: string, time = '0 6'): (after: number) => number {
  const job = new Cron(`${time} * * *`, { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error('a daily schedule has no end')
    return next.getTime()
  }
}
