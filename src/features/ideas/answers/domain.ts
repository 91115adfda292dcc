import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit, relationTo, tieTo } from '../../../kernel/access/permission.ts'
import { type Answer, type Idea, PERMISSIONS } from '../idea/domain.ts'

export function tieToAnswer({ by }: Pick<Answer, 'by'>, actor: Actor): 'own' | 'others' {
  return actor.role === 'organiser' ? 'own' : tieTo(actor, by)
}

/** What is answered is answered again by the same person, or by an organiser. @throws Refusal `role-needed`, `not-yours` */
export function permitAnswer({ answer, direction }: Idea, actor: Actor): void {
  permit(PERMISSIONS.answer, actor.role, relationTo(actor, direction))
  if (answer) permit(PERMISSIONS.answerAgain, actor.role, tieToAnswer(answer, actor))
}

/** Whether somebody answers for the Direction; without one, organisers do. */
export function mayAnswerFor(actor: Actor, direction: string | undefined): boolean {
  return may(PERMISSIONS.answer, actor.role) && relationTo(actor, direction) === 'same-direction'
}

export function mayAnswer({ answer, direction }: Idea, actor: Actor): boolean {
  const again = !answer || tieToAnswer(answer, actor) === 'own'
  return again && mayAnswerFor(actor, direction)
}
