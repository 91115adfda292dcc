import type { Actor } from '../../../kernel/access/actor.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Subject, Telling, Topic } from '../../messages/index.ts'
import type { NudgeKind, NudgeRule } from '../../programme/index.ts'
import type { WorkshopSeen } from '../../workshops/index.ts'

/** Something worth a word to one person: what a rule finds. */
export type RuleFinding = {
  /** Names the occasion. */
  readonly reason: string
  readonly subject: Subject
  /** Milliseconds: later it has lost its sense. */
  readonly until?: number
}

/** What somebody stops when they stop a kind. */
export function topicOf(kind: NudgeKind): Topic {
  return kind === 'workshop-week' ? 'workshop-soon' : kind
}

/** Under a rule's own name: two rules of one kind tell of the same thing twice. */
export function reasonOf({ id }: NudgeRule, ...occasion: readonly string[]): string {
  return [id, ...occasion].join(':')
}

/** A rule looks in the morning at what went out later than that the last time. */
const LENIENCE = DAY / 2

export function tellingOf(rule: NudgeRule, person: string, { reason, subject, until }: RuleFinding): Telling {
  const about = { ...subject, rule: rule.id }
  const topic = topicOf(rule.kind)
  const every = (rule.every ?? 1) * DAY - LENIENCE
  return { person, topic, reason, subject: about, by: 'nudges', every, ...(until !== undefined && { until }) }
}

type Asked = Pick<WorkshopSeen, 'stage' | 'mine' | 'capacity' | 'seatsTaken' | 'opensAt'>

/**
 * Whether somebody who sees the workshop so can still be asked: it is ahead, registration is open, seats are left, they
 * have not answered. `now`: milliseconds.
 */
export function isAsked({ stage, mine, capacity, seatsTaken, opensAt }: Asked, now: number): boolean {
  const open = stage === 'announced' && (opensAt === null || opensAt <= now)
  return open && mine === undefined && seatsTaken < capacity
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
