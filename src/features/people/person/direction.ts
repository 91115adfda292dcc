import { Refusal } from '../../../kernel/errors/refusal.ts'
import { DAY } from '../../../kernel/time/clock.ts'

/** A person's Direction, and from when a change counts. All times in milliseconds. */
export type DirectionMembership = {
  /** The last one declared or assigned. */
  readonly direction?: string
  /** The one that counts until `directionSince`; absent with it once `direction` counts. */
  readonly formerDirection?: string
  readonly directionSince?: number
  /** Times of the person's own recent changes. */
  readonly directionChanges: readonly number[]
}

/** Rate limit: this many changes of one's own per period; beyond it, organisers make them. */
const CHANGES = 2
const WITHIN = 30 * DAY

/**
 * The Direction that counts for shared texts, quotas and tables: a change counts later, so that nobody switches to read
 * or take something and back.
 */
export function countedAt({ direction, formerDirection, directionSince }: DirectionMembership, now: number) {
  return directionSince !== undefined && now < directionSince ? formerDirection : direction
}

/** Assigned by others, or for the first time: counts at once. */
export function placed(
  { directionChanges }: Pick<DirectionMembership, 'directionChanges'>,
  direction: string,
): DirectionMembership {
  return { direction, directionChanges }
}

/** `listed`: the Direction in the people file. `tomorrow`: start of the next day in the programme's zone. */
type DirectionClaim = {
  readonly now: number
  readonly tomorrow: number
  readonly listed?: string | undefined
}

/**
 * The person declares that they work in `to`. The first declaration counts at once, since nobody should wait at the
 * entrance of a workshop; a change counts from the next day. Idempotent.
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
