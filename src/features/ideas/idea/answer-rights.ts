import type { Actor } from '../../../kernel/access/actor.ts'
import {
  may,
  type Permission,
  relationToDirection,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Idea, IdeaAnswer } from './domain.ts'
export const ANSWERERS: readonly Role[] = ['pilot', 'manager', 'organiser']

export function tieToAnswer({ by }: Pick<IdeaAnswer, 'by'>, actor: Actor): 'own' | 'others' {
  return actor.role === 'organiser' ? 'own' : relationToOwner(actor, by)
}

/** Whether somebody answers for the Direction; without one, organisers do. */
export function mayAnswerFor(actor: Actor, direction: string | undefined): boolean {
  return may(ANSWER, actor.role) && relationToDirection(actor, direction) === 'same-direction'
}

export function mayAnswer({ answer, direction }: Idea, actor: Actor): boolean {
  const again = !answer || tieToAnswer(answer, actor) === 'own'
  return again && mayAnswerFor(actor, direction)
}

export const ANSWER: Permission = { act: 'ideas.answer', roles: ANSWERERS, relation: 'same-direction' }
