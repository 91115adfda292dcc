import type { Actor } from '../../../kernel/access/actor.ts'
import { type Permission, permit, relationToDirection } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { EventKind } from '../../thread/index.ts'

/** `answered`: and nothing decided since. An answer stays beside every later state. */
export type IdeaState =
  | 'received'
  | 'studied'
  | 'answered'
  | 'retained'
  | 'initiative'
  | 'merged'
  | 'withdrawn'
  | 'aside'

/** What those who answer for the idea's Direction make of it. Any may follow any other: a mind can be changed. */
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
  /** 1 for the first decision on the idea, and one more for each. */
  readonly turn: number
}

/** Steps that are told to everybody who touched the idea. */
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
  | 'kept'
>

const REASON_LENGTH = 600

/** What may be held against an idea before a decision. */
type Standing = { readonly state: IdeaState; readonly direction?: string }

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

/** Where nothing becomes of the idea itself any more, by what the person is told. */
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
export function permitDecision({ state, direction }: Standing, actor: Actor): void {
  permit(DECIDE, actor.role, relationToDirection(actor, direction))
  checkOpen(state)
}

export function mayDecide({ state, direction }: Standing, actor: Actor): boolean {
  const tie = relationToDirection(actor, direction)
  return DECIDE.roles.includes(actor.role) && tie === DECIDE.relation && OVER[state] === undefined
}

/** Names what is told, so that nobody hears of it twice. `occasion`: tells two of the same step apart. */
export function reasonOf(idea: string, step: IdeaStep, occasion?: string | number): string {
  // Ideas were answered before any other step existed: whoever heard of it under that name hears of it no more.
  const first = step === 'answered' ? `idea-answered:${idea}` : `idea:${idea}:${step}`
  return occasion === undefined ? first : `${first}:${occasion}`
}

/** What may still be decided of an idea, likeliest first. */
const OPEN: Readonly<Partial<Record<IdeaState, readonly DecisionStep[]>>> = {
  received: DECISIONS,
  studied: ['retained', 'aside'],
  answered: ['retained', 'aside', 'studied'],
  retained: ['aside'],
  aside: ['retained', 'studied'],
}

/** An idea as who decides of it sees it. */
type Decidable = { readonly state: IdeaState; readonly mayDecide: boolean; readonly hidden?: unknown }

/** Steps that follow from where the idea stands, for who decides of it. */
export function stepsFrom({ state, mayDecide, hidden }: Decidable): readonly DecisionStep[] {
  return mayDecide && !hidden ? (OPEN[state] ?? []) : []
}
