import type { Actor } from '../../../kernel/access/actor.ts'
import { type Permission, permit, relationToDirection } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { EventKind } from '../../thread/index.ts'

/** `answered`: answered and not decided since. An answer is kept in every later state. */
export type IdeaState =
  | 'received'
  | 'studied'
  | 'answered'
  | 'retained'
  | 'initiative'
  | 'merged'
  | 'withdrawn'
  | 'aside'

/** Decisions of those in charge of the idea's Direction. Any may follow any other. */
const DECISIONS = ['studied', 'retained', 'aside'] as const
export type DecisionStep = (typeof DECISIONS)[number]

export type Decision = {
  readonly step: DecisionStep
  /** Person's id, and in which role they decided. */
  readonly by: string
  readonly as: Role
  /** Milliseconds. */
  readonly at: number
  /** Why the idea is set aside, and nothing else. */
  readonly reason?: string
  /** Number of the decision on this idea, from 1. */
  readonly turn: number
}

/** Steps that author and supporters are notified of. */
export type IdeaStep = Extract<
  EventKind,
  | DecisionStep
  | 'answered'
  | 'balloted'
  | 'result'
  | 'merged'
  | 'unmerged'
  | 'hidden'
  | 'restored'
  | 'initiative'
  | 'phase'
  | 'inspired'
  | 'released'
  | 'outcome'
  | 'trial-decided'
  | 'kept'
  | 'next-promised'
  | 'next-kept'
>

const REASON_LENGTH = 600

/** What a decision on the idea is checked against. */
type Decided = { readonly state: IdeaState; readonly direction?: string }

/** Pilots answer, and do not decide. */
export const DECIDE: Permission = {
  act: 'ideas.decide',
  roles: ['manager', 'organiser'],
  relation: 'same-direction',
}

/** @throws Refusal `empty-text`, `too-long` */
export function reasonText(typed: string): string {
  return lineWithin(typed, REASON_LENGTH)
}

/** States in which nothing can be decided any more, with the refusal of each. */
const OVER: Readonly<Partial<Record<IdeaState, string>>> = {
  withdrawn: 'idea-taken-back',
  merged: 'idea-merged',
  initiative: 'idea-initiative',
}

/** @throws Refusal `idea-taken-back`, `idea-merged`, `idea-initiative` */
export function checkOpen(state: IdeaState): void {
  const over = OVER[state]
  if (over !== undefined) throw new Refusal(over)
}

export function isOver(state: IdeaState): boolean {
  return OVER[state] !== undefined
}

export function isDecision(step: string): step is DecisionStep {
  return DECISIONS.some(each => each === step)
}

/** @throws Refusal `role-needed`, `not-yours`, `idea-taken-back`, `idea-merged`, `idea-initiative` */
export function permitDecision({ state, direction }: Decided, actor: Actor): void {
  permit(DECIDE, actor.role, relationToDirection(actor, direction))
  checkOpen(state)
}

export function mayDecide({ state, direction }: Decided, actor: Actor): boolean {
  const tie = relationToDirection(actor, direction)
  return DECIDE.roles.includes(actor.role) && tie === DECIDE.relation && OVER[state] === undefined
}

/** Dedupe key of the notification: nobody receives it twice. `occasion`: distinguishes two of the same step. */
export function reasonOf(idea: string, step: IdeaStep, occasion?: string | number): string {
  // The older key of answers, kept so that nobody is notified of the same answer twice.
  const first = step === 'answered' ? `idea-answered:${idea}` : `idea:${idea}:${step}`
  return occasion === undefined ? first : `${first}:${occasion}`
}

/** Decisions possible from each state, likeliest first. */
const OPEN: Readonly<Partial<Record<IdeaState, readonly DecisionStep[]>>> = {
  received: DECISIONS,
  studied: ['retained', 'aside'],
  answered: ['retained', 'aside', 'studied'],
  retained: ['aside'],
  aside: ['retained', 'studied'],
}

/** An idea as somebody who decides about it sees it. */
type Decidable = { readonly state: IdeaState; readonly mayDecide: boolean; readonly hidden?: unknown }

/** Decisions possible on the idea, for somebody who may decide. */
export function stepsFrom({ state, mayDecide, hidden }: Decidable): readonly DecisionStep[] {
  return mayDecide && !hidden ? (OPEN[state] ?? []) : []
}
