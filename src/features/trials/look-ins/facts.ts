import type { Fact } from '../../../kernel/storage/outbox.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import type { InitiativeTrial } from '../trial/domain.ts'
import type { LookInRound } from './domain.ts'
import type { PlannedRound } from './rounds.ts'

/** A look-in whose time has come, as it was planned then: `at` in milliseconds. */
export type RoundDue = { readonly trial: string; readonly number: number; readonly at: number }
/** A page of those who try it, from just after the person `after`. */
export type RoundPage = { readonly round: string; readonly after: string }

export function openFact({ id }: Pick<InitiativeTrial, 'id'>, { number, opensAt }: PlannedRound): Fact {
  return {
    kind: 'look-ins.open',
    payload: { trial: id, number, at: opensAt },
    mergeKey: `look-ins.open:${id}:${number}:${opensAt}`,
    dueAt: opensAt,
  }
}

export function roundDueOf({ payload: { trial, number, at } }: Fact): RoundDue {
  return { trial: String(trial), number: Number(number), at: Number(at) }
}

export function askFact({ round, after }: RoundPage): Fact {
  return { kind: 'look-ins.ask', payload: { round, after }, mergeKey: `look-ins.ask:${round}:${after}` }
}

export function roundPageOf({ payload: { round, after } }: Fact): RoundPage {
  return { round: String(round), after: String(after) }
}

export function closeFact({ id, closesAt }: Pick<LookInRound, 'id' | 'closesAt'>): Fact {
  return {
    kind: 'look-ins.close',
    payload: { round: id },
    mergeKey: `look-ins.close:${id}:${closesAt}`,
    dueAt: closesAt,
  }
}

/** Of a round that closed. */
export const SCRUB: Fact = { kind: 'look-ins.scrub', payload: {}, mergeKey: 'look-ins.scrub' }

/** Delay that groups what people take away before the disk is rewritten (ms), during which nobody is answered. */
const SCRUBBED = 10 * MINUTE

/** Of what somebody took away, who may do so as often as they like. `now`: milliseconds. */
export function laterScrub(now: number): Fact {
  return { ...SCRUB, mergeKey: 'look-ins.scrub-later', dueAt: now + SCRUBBED }
}
