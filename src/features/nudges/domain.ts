import type { Actor } from '../../kernel/actor.ts'
import { DAY } from '../../kernel/clock.ts'
import { dateIn } from '../../kernel/zone.ts'
import type { WorkshopSeen } from '../workshops/index.ts'

/** A workshop is worth a word this long before it starts, and no more on its last day: all in milliseconds. */
export const SOON = 7 * DAY
export const TOO_LATE = DAY
/** An idea that waits for so long is worth a word. */
export const PATIENCE = 10 * DAY

export type WorkshopNudge = Pick<WorkshopSeen, 'stage' | 'mine' | 'startsAt' | 'capacity' | 'seatsTaken'>

/** Whether the pilot who sees it so can still be asked: it starts soon, seats are left, they have not answered. */
export function asksPilot(
  { stage, mine, startsAt, capacity, seatsTaken }: WorkshopNudge,
  now: number,
): boolean {
  const ahead = startsAt - now
  return (
    stage === 'announced' && mine === undefined && seatsTaken < capacity && ahead <= SOON && ahead > TOO_LATE
  )
}

/** Whole days of the calendar in `zone` from now to the moment: tomorrow is 1. */
export function daysTo(at: number, now: number, zone: string): number {
  return Math.round((Date.parse(dateIn(at, zone)) - Date.parse(dateIn(now, zone))) / DAY)
}

/** The Directions that a pilot looks after; none for anybody else. */
export function lookedAfter({ role, leads = [], direction }: Actor): readonly string[] {
  if (role !== 'pilot') return []
  return leads.length > 0 ? leads : direction === undefined ? [] : [direction]
}
