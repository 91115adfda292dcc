import type { Expiring, Expiry } from '../../../kernel/personal-data/expiry.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { ProgrammeContent } from '../programme/domain.ts'

/** Default retention in months by kind. */
export const KEPT_MONTHS: Readonly<Record<Expiring, number>> = {
  ideaNames: 12,
  commitments: 12,
  seats: 12,
  presence: 36,
  votes: 12,
  messages: 12,
  posts: 24,
}
/** Minimum: less would delete what is still in use, such as back-off histories and cards that people press. */
export const LEAST_MONTHS = 6
export const MOST_MONTHS = 120

/** The day that many months away, or the last of its month; `YYYY-MM-DD`. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

type Kept = Pick<ProgrammeContent, 'phases' | 'retention' | 'calendar'>

/**
 * Cut-off: what is older may be erased on `today` (milliseconds); undefined while everything is kept. What is counted
 * from the programme's end goes only if it existed by then, so a programme that continues keeps new data.
 */
export function limitOf(programme: Kept, { kind, after }: Pick<Expiry, 'kind' | 'after'>, today: string) {
  const { zone } = programme.calendar
  const months = programme.retention[kind]
  if (after === 'itself') return momentOf(monthsFrom(today, -months), '00:00', zone)
  const end =
    programme.phases
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? ''
  return end !== '' && monthsFrom(end, months) < today ? momentOf(end, '23:59', zone) : undefined
}
