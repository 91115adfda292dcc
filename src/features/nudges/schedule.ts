import { Cron } from 'croner'

/** The fact that has every rule looked at. */
export const DAILY = 'nudges.daily'

/** Every day at 7 h in the zone, before the hours in which messages go out. */
export function daily(zone: string): (after: number) => number {
  const job = new Cron('0 7 * * *', { timezone: zone })
  return after => {
    const next = job.nextRun(new Date(after))
    if (!next) throw new Error('a daily schedule has no end')
    return next.getTime()
  }
}
