import { HOUR } from '../../../kernel/time/clock.ts'
import { type Calendar, nextAllowed, type TimeOff } from '../calendar/domain.ts'
import type { Message, Topic } from '../message/domain.ts'

/** Milliseconds before a workshop begins: whoever comes to it may not have left yet. */
const BEFORE_START = 2 * HOUR

/** Of a message, what its moment hangs on. */
export type Arranged = Pick<Message, 'person' | 'topic' | 'subject' | 'from' | 'until' | 'round' | 'sentAt'>

/** A workshop that one holds a seat in, waits for or facilitates: without it, somebody stands before a closed door. */
const MUST_REACH: readonly Topic[] = ['workshop-moved', 'facilitating']

/**
 * Until when (milliseconds) the person must know, whatever their time off: the start of the workshop, in the subject's
 * `mustReach`. Undefined where it can wait, and once it went out.
 */
export function mustReachBy({ topic, subject, until, round, sentAt }: Arranged): number | undefined {
  if (!MUST_REACH.includes(topic) || round > 1 || sentAt !== undefined) return undefined
  return subject.mustReach === undefined ? until : Number(subject.mustReach)
}

/** When one message may go, all in milliseconds. */
type Bounds = {
  /** Not before. */
  readonly at: number
  /** Not after. */
  readonly until?: number | undefined
  /** When the person must know at the latest, whatever their time off; undefined where it can wait. */
  readonly mustReach?: number | undefined
}

/**
 * When a message goes: at the first allowed moment that the person has not taken off; undefined when that is too late.
 * What must reach them before that goes all the same, in the programme's hours where any are left, else two hours before.
 */
export function sendingMoment(
  { at, until = Infinity, mustReach }: Bounds,
  calendar: Calendar,
  zone: string,
  timeOff: TimeOff,
): number | undefined {
  const usual = nextAllowed(at, calendar, zone, timeOff)
  const isInTime = usual !== undefined && usual <= until
  if (mustReach === undefined || at > until) return isInTime ? usual : undefined
  // Past its moment, it is of use until it is not sent any more.
  const by = at < mustReach ? Math.min(mustReach, until) : until
  if (isInTime && (usual < by || usual === at)) return usual
  const worked = nextAllowed(at, calendar, zone)
  if (worked !== undefined && worked < by) return worked
  return by === Infinity ? usual : Math.max(at, by - BEFORE_START)
}
