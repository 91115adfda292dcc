import type { Fact } from '../../../kernel/storage/outbox.ts'
import { dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { InitiativeTrial } from '../trial/domain.ts'

/** When the carrier is asked, on its last day and each week after it: as people are at work. */
const MORNING = '09:00'
/** Days from one asking to the next. */
const WEEK = 7
/** Weeks for which somebody who takes it over is asked. */
export const WEEKS = 12

/** The decision is due. `week`: 0 on the last day, then one more for each week after it. */
export function askFact({ id, turn, until }: InitiativeTrial, zone: string, week: number): Fact {
  const dueAt = momentOf(dayAfter(until, week * WEEK), MORNING, zone)
  const fact = {
    kind: 'trials.ask-decision',
    payload: { trial: id, turn, week },
    mergeKey: `trials.ask-decision:${id}:${turn}:${week}`,
  }
  return { ...fact, ...(dueAt !== undefined && { dueAt }) }
}

/** For what the carrier is asked, the first and the second time. */
export function askReason({ id, turn }: Pick<InitiativeTrial, 'id' | 'turn'>, time: 1 | 2): string {
  return `trial-decision:${id}:${turn}:${time}`
}

/** For what anybody is told of the decision: as ideas tell who follows theirs, so that nobody is told twice. */
export function toldReason(initiative: string, id: string): string {
  return `idea:${initiative}:trial-decided:${id}`
}

/** Those who try it and members hear of the decision, a page at a time. `by`: who decided; `after`: the last one told. */
export function toldFact(id: string, by: string, after: string): Fact {
  return {
    kind: 'trials.decided',
    payload: { trial: id, by, after },
    mergeKey: `trials.decided:${id}:${after}`,
  }
}

/** Its card in channels is posted, or drawn again. */
export function postFact(id: string): Fact {
  return { kind: 'trials.post-changed', payload: { trial: id }, mergeKey: `trials.post-changed:${id}` }
}
