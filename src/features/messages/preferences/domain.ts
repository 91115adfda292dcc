import { EVERYONE, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { dayAfter } from '../../../kernel/time/time-zone.ts'
import { WEEK, type Weekday } from '../../../kernel/time/week.ts'
import type { Topic } from '../message/domain.ts'

export type Preferences = {
  readonly perWeek: number
  /** The programme's weekly budget, which is the maximum. */
  readonly most: number
  /** Slots taken this week. */
  readonly takenThisWeek: number
  /** The last day of the pause, `YYYY-MM-DD`. */
  readonly pausedUntil?: string
  /** Working days on which nothing is sent. */
  readonly daysOff: readonly Weekday[]
  readonly workdays: readonly Weekday[]
  /** `quiet`: on, but silenced by the back-off; switching it on resumes it. */
  readonly topics: readonly { readonly topic: Topic; readonly on: boolean; readonly quiet?: true }[]
}

export const PREFERENCE_PERMISSIONS = {
  choose: { act: 'messages.choose', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>

/** Longest pause, in days. */
const LONGEST_PAUSE = 92

/** @throws Refusal `date-past`, `pause-long` */
export function checkPause(until: string, today: string): string {
  if (until < today) throw new Refusal('date-past')
  if (until > dayAfter(today, LONGEST_PAUSE)) throw new Refusal('pause-long')
  return until
}

/** Sorted and without duplicates. @throws Refusal `no-day-left` when no working day is left */
export function checkDaysOff(daysOff: readonly Weekday[], workdays: readonly Weekday[]): readonly Weekday[] {
  if (workdays.every(day => daysOff.includes(day))) throw new Refusal('no-day-left')
  return WEEK.filter(day => daysOff.includes(day))
}
