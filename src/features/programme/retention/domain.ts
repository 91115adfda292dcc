import type { Expiring, Expiry } from '../../../kernel/personal-data/expiry.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { ProgrammeContent } from '../programme/domain.ts'

/** Months for which each kind is kept when the method file says nothing of it. */
export const KEPT_MONTHS: Readonly<Record<Expiring, number>> = {
  ideaNames: 12,
  commitments: 12,
  seats: 12,
  presence: 36,
  votes: 12,
  messages: 12,
  posts: 24,
}
/** Fewer would take what is still at work: the silence of a topic, a card that people press. */
export const LEAST_MONTHS = 6
export const MOST_MONTHS = 120

/** The day so many months away, the month's last where it has none such; `YYYY-MM-DD`. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

type Kept = Pick<ProgrammeContent, 'phases' | 'retention' | 'calendar'>

/**
 * What is older than this may go on `today` (milliseconds); undefined while it all stays. Of what is counted from the end
 * of the programme only what was there by then: a programme that goes on after its last phase keeps what is new.
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
