import { Refusal } from '../../../kernel/errors/refusal.ts'
import { DAY } from '../../../kernel/time/clock.ts'

/** Where somebody belongs, and since when that counts. All times in milliseconds. */
export type DirectionMembership = {
  /** What they said last, or what was said of them. */
  readonly direction?: string
  /** The one that counts until `directionSince`; absent with it, where `direction` counts already. */
  readonly formerDirection?: string
  readonly directionSince?: number
  /** When they changed it themselves, the last times. */
  readonly directionChanges: readonly number[]
}

/** So many changes within so long; then the Lab’ may. */
const CHANGES = 2
const WITHIN = 30 * DAY

/**
 * The Direction that counts for what is shared with one, for the seats kept for it and for the tables: whoever passes
 * from one to another reads and takes nothing on the way.
 */
export function countedAt({ direction, formerDirection, directionSince }: DirectionMembership, now: number) {
  return directionSince !== undefined && now < directionSince ? formerDirection : direction
}

/** Placed by others, or for the first time: it counts at once. */
export function placed(
  { directionChanges }: Pick<DirectionMembership, 'directionChanges'>,
  direction: string,
): DirectionMembership {
  return { direction, directionChanges }
}

/** `listed`: the one that the people file names. `tomorrow`: when the next day begins in the programme's zone. */
type DirectionClaim = {
  readonly now: number
  readonly tomorrow: number
  readonly listed?: string | undefined
}

/**
 * Somebody says that they work in `to`. The first time counts at once, since nobody is to wait at the door of a workshop;
 * a change from the next day on. What stands already changes nothing.
 * @throws Refusal `direction-listed` where the file names another; `direction-often`
 */
export function declared(
  before: DirectionMembership,
  to: string,
  { now, tomorrow, listed }: DirectionClaim,
): DirectionMembership {
  if (to === before.direction) return before
  if (listed !== undefined && to !== listed) throw new Refusal('direction-listed', { direction: listed })
  if (before.direction === undefined) return placed(before, to)
  const recent = before.directionChanges.filter(at => now - at < WITHIN)
  const [first = now] = recent
  if (recent.length >= CHANGES) throw new Refusal('direction-often', { at: first + WITHIN })
  const after = { direction: to, directionChanges: [...recent, now] }
  const formerDirection = countedAt(before, now)
  if (formerDirection === undefined || formerDirection === to) return after
  return { ...after, formerDirection, directionSince: tomorrow }
}
