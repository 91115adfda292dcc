import type { Actor } from '../../../kernel/access/actor.ts'
import { type Permission, permit, relationToDirection } from '../../../kernel/access/permission.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { ANSWER, ANSWERERS, tieToAnswer } from '../idea/answer-rights.ts'
import type { Idea } from '../idea/domain.ts'
import { DECIDE } from '../idea/state.ts'

/** An answer is replaced by whoever gave it, or by an organiser. @throws Refusal `role-needed`, `not-yours` */
export function permitAnswer({ answer, direction }: Idea, actor: Actor): void {
  permit(ANSWER_PERMISSIONS.answer, actor.role, relationToDirection(actor, direction))
  if (answer) permit(ANSWER_PERMISSIONS.answerAgain, actor.role, tieToAnswer(answer, actor))
}

const ANSWER_LENGTH = 600

/** @throws Refusal `empty-text`, `too-long` */
export function answerText(typed: string): string {
  return lineWithin(typed, ANSWER_LENGTH)
}

export const ANSWER_PERMISSIONS = {
  answer: ANSWER,
  /** Replaces an answer; checked together with `answer`. An organiser owns every answer. */
  answerAgain: { act: 'ideas.answer-again', roles: ANSWERERS, relation: 'own' },
  decide: DECIDE,
  undoDecision: { ...DECIDE, act: 'ideas.undo-decision' },
  /** An organiser owns every answer. */
  undoAnswer: { act: 'ideas.undo-answer', roles: ANSWERERS, relation: 'own' },
} as const satisfies Record<string, Permission>
