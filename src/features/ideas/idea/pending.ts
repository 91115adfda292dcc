import type { Role } from '../../../kernel/access/role.ts'
import type { Idea, Untold } from './domain.ts'
import type { Decision, DecisionStep } from './state.ts'
/** A decision or an answer within its undo window: nobody is notified yet. */
export type Pending = {
  readonly idea: string
  readonly step: DecisionStep | 'answered'
  /** The answer, or the reason for setting aside; '' otherwise. */
  readonly text: string
  /** Person's id, and in which role they acted. */
  readonly by: string
  readonly as: Role
  /** Milliseconds, strictly increasing for one idea, so that it identifies one decision or answer. */
  readonly at: number
  /** When it takes effect, in milliseconds. */
  readonly dueAt: number
}

export type PendingDecision = Pending & { readonly step: DecisionStep }

export function isDecided(pending: Pending): pending is PendingDecision {
  return pending.step !== 'answered'
}

/** Of all pending rows of one idea, oldest first, those that take effect: the last decision and the last answer. */
export function counting(rows: readonly Pending[]): readonly Pending[] {
  return rows.filter(row => rows.findLast(each => isDecided(each) === isDecided(row)) === row)
}

export function decisionBy({ decision, state }: Idea, { step, text, by, as, at }: PendingDecision): Decision {
  const turn = (decision?.turn ?? 0) + (state === step ? 0 : 1)
  return { step, by, as, at, turn, ...(step === 'aside' && { reason: text }) }
}

function after(idea: Idea, pending: Pending): Idea {
  if (isDecided(pending)) return { ...idea, state: pending.step, decision: decisionBy(idea, pending) }
  const { text, by, as, at } = pending
  const waits = idea.state === 'received' || idea.state === 'studied'
  // A first answer moves the idea to `answered`; a decision is never overwritten by an answer.
  const state = waits && !idea.answer ? 'answered' : idea.state
  return { ...idea, state, answer: { text, by, as, at } }
}

/** The idea as it will be unless something is undone. `rows`: its pending rows, oldest first. */
export function withPending(idea: Idea, rows: readonly Pending[]): Idea {
  return counting(rows).reduce(after, idea)
}

export function untoldOf(rows: readonly Pending[]): { readonly decision?: Untold; readonly answer?: Untold } {
  const untold = (row: Pending | undefined) => row && { at: row.at, until: row.dueAt }
  const decision = untold(rows.findLast(isDecided))
  const answer = untold(rows.findLast(row => !isDecided(row)))
  return { ...(decision && { decision }), ...(answer && { answer }) }
}
