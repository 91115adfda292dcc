import type { Actor } from '../../../kernel/access/actor.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Subject, Telling, Topic } from '../../messages/index.ts'
import type { NudgeKind, NudgeRule } from '../../programme/index.ts'
import type { WorkshopSeen } from '../../workshops/index.ts'

/** What a rule found for one person. */
export type RuleFinding = {
  /** Dedupe key of the occasion. */
  readonly reason: string
  readonly subject: Subject
  /** Milliseconds: obsolete afterwards. */
  readonly until?: number
}

/** The topic that mutes a kind of rule. */
export function topicOf(kind: NudgeKind): Topic {
  return kind === 'workshop-week' ? 'workshop-soon' : kind
}

/** Under the rule's own id: two rules of one kind tell of the same thing twice. */
export function reasonOf({ id }: NudgeRule, ...occasion: readonly string[]): string {
  return [id, ...occasion].join(':')
}

/** Tolerance: a rule that runs in the morning follows on a message sent later in the day. */
const LENIENCE = DAY / 2

export function tellingOf(rule: NudgeRule, person: string, { reason, subject, until }: RuleFinding): Telling {
  const about = { ...subject, rule: rule.id }
  const topic = topicOf(rule.kind)
  const every = (rule.every ?? 1) * DAY - LENIENCE
  return { person, topic, reason, subject: about, by: 'nudges', every, ...(until !== undefined && { until }) }
}

type Asked = Pick<WorkshopSeen, 'stage' | 'mine' | 'capacity' | 'seatsTaken' | 'opensAt'>

/**
 * Whether the person can still register: it is to come, registration is open, seats are free, and they have not
 * answered. `now`: milliseconds.
 */
export function isAsked({ stage, mine, capacity, seatsTaken, opensAt }: Asked, now: number): boolean {
  const open = stage === 'announced' && (opensAt === null || opensAt <= now)
  return open && mine === undefined && seatsTaken < capacity
}

/** Calendar days in `zone` from now: tomorrow is 1. */
export function daysTo(at: number, now: number, zone: string): number {
  return Math.round((Date.parse(dateIn(at, zone)) - Date.parse(dateIn(now, zone))) / DAY)
}

/** Directions of a pilot; none for anybody else. */
export function lookedAfter({ role, leads = [], direction }: Actor): readonly string[] {
  if (role !== 'pilot') return []
  return leads.length > 0 ? leads : direction === undefined ? [] : [direction]
}
