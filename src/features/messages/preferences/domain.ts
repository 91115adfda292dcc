import { EVERYONE, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { dayAfter } from '../../../kernel/time/time-zone.ts'
import { WEEK, type Weekday } from '../../../kernel/time/week.ts'
import type { Topic } from '../message/domain.ts'

export type Preferences = {
  readonly perWeek: number
  /** The most that the programme sends. */
  readonly most: number
  /** Places of this week that messages took. */
  readonly takenThisWeek: number
  /** The last day of the pause, `YYYY-MM-DD`. */
  readonly pausedUntil?: string
  /** Of the days that the programme works, those on which nothing comes. */
  readonly daysOff: readonly Weekday[]
  readonly workdays: readonly Weekday[]
  /** `quiet`: not stopped, but silent since nobody answered; taken up again, it is on. */
  readonly topics: readonly { readonly topic: Topic; readonly on: boolean; readonly quiet?: true }[]
}

export const PREFERENCE_PERMISSIONS = {
  choose: { act: 'messages.choose', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>

/** Days of the longest pause. */
const LONGEST_PAUSE = 92

/** @throws Refusal `date-past`, `pause-long` */
export function checkPause(until: string, today: string): string {
  if (until < today) throw new Refusal('date-past')
  if (until > dayAfter(today, LONGEST_PAUSE)) throw new Refusal('pause-long')
  return until
}

/** In the order of the week, each once. @throws Refusal `no-day-left` when no working day is left */
export function checkDaysOff(daysOff: readonly Weekday[], workdays: readonly Weekday[]): readonly Weekday[] {
  if (workdays.every(day => daysOff.includes(day))) throw new Refusal('no-day-left')
  return WEEK.filter(day => daysOff.includes(day))
}
