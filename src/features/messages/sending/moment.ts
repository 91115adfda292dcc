import { HOUR } from '../../../kernel/time/clock.ts'
import { type Calendar, nextAllowed, type TimeOff } from '../calendar/domain.ts'
import type { Message, Topic } from '../message/domain.ts'

/** Milliseconds before a workshop begins: who comes to it may not have left yet. */
const BEFORE_START = 2 * HOUR

/** What the time of sending depends on. */
export type Schedulable = Pick<
  Message,
  'person' | 'topic' | 'subject' | 'from' | 'until' | 'round' | 'sentAt'
>

/**
 * Topics about a workshop where one has a seat, waits or facilitates: without the message, somebody would come in vain.
 */
const MUST_REACH: readonly Topic[] = ['workshop-moved', 'facilitating']

/**
 * Deadline (milliseconds) by which the person must know, whatever their time off: the start of the workshop, in the
 * subject's `mustReach`. Undefined where it can wait, and once it was sent.
 */
export function mustReachBy({ topic, subject, until, round, sentAt }: Schedulable): number | undefined {
  if (!MUST_REACH.includes(topic) || round > 1 || sentAt !== undefined) return undefined
  return subject.mustReach === undefined ? until : Number(subject.mustReach)
}

/** When one message may be sent, all in milliseconds. */
type Bounds = {
  /** Earliest time. */
  readonly at: number
  /** Latest time. */
  readonly until?: number | undefined
  /** Deadline that overrides time off; undefined where it can wait. */
  readonly mustReach?: number | undefined
}

/**
 * Time of sending: the first allowed one outside the person's time off; undefined when that is too late. What must
 * reach them earlier is sent within the programme's hours if there are any left, else two hours before.
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
  // After that deadline it is still useful until its latest time.
  const by = at < mustReach ? Math.min(mustReach, until) : until
  if (isInTime && (usual < by || usual === at)) return usual
  const worked = nextAllowed(at, calendar, zone)
  if (worked !== undefined && worked < by) return worked
  return by === Infinity ? usual : Math.max(at, by - BEFORE_START)
}
