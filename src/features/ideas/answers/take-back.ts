import type { Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import type { Idea } from '../idea/domain.ts'
import { DECIDE, type Decision, type DecisionStep } from '../idea/state.ts'

/** A decision and an answer can be taken back within this time; nobody else hears of them before, in milliseconds. */
export const TELL_AFTER = 10 * MINUTE

/** What was decided or answered, and is told to nobody yet. */
export type Pending = {
  readonly idea: string
  readonly step: DecisionStep | 'answered'
  /** The answer, or why the idea is set aside; '' otherwise. */
  readonly text: string
  /** Person's id, and in which role they acted. */
  readonly by: string
  readonly as: Role
  /** Milliseconds. Later than all that was decided or answered of the idea before: it names one among them. */
  readonly at: number
  /** When it comes true, in milliseconds. */
  readonly dueAt: number
}

export type PendingDecision = Pending & { readonly step: DecisionStep }

/** What may be taken back, and until when (ms). */
export type Untold = Pick<Pending, 'at'> & { readonly until: number }

export const ANSWERERS: readonly Role[] = ['pilot', 'manager', 'organiser']

export const TAKING_BACK = {
  undoDecision: { ...DECIDE, act: 'ideas.undo-decision' },
  /** To an organiser every answer is their own. */
  undoAnswer: { act: 'ideas.undo-answer', roles: ANSWERERS, relation: 'own' },
} as const satisfies Record<string, Permission>

export function isDecided(pending: Pending): pending is PendingDecision {
  return pending.step !== 'answered'
}

/** Of all that pends on one idea, oldest first, what counts: the last decision and the last answer. */
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
  // Only a first answer is news of the idea, and what was decided stays decided.
  const state = waits && !idea.answer ? 'answered' : idea.state
  return { ...idea, state, answer: { text, by, as, at } }
}

/** The idea as it will stand unless something is taken back. `rows`: what pends on it, oldest first. */
export function foreseen(idea: Idea, rows: readonly Pending[]): Idea {
  return counting(rows).reduce(after, idea)
}

/** The moment of what is done now (ms): after all that was done to the idea before, whatever the clock says. */
export function momentAfter(idea: Idea, rows: readonly Pending[], now: number): number {
  const before = [idea.decision?.at ?? 0, idea.answer?.at ?? 0, ...rows.map(({ at }) => at)]
  return Math.max(now, 1 + Math.max(...before))
}

export function untoldOf(rows: readonly Pending[]): { readonly decision?: Untold; readonly answer?: Untold } {
  const untold = (row: Pending | undefined) => row && { at: row.at, until: row.dueAt }
  const decision = untold(rows.findLast(isDecided))
  const answer = untold(rows.findLast(row => !isDecided(row)))
  return { ...(decision && { decision }), ...(answer && { answer }) }
}
