import type { Actor } from '../../../kernel/access/actor.ts'
import { PARTICIPANTS, type Permission, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { InitiativeTrial, TrialMeasure } from '../trial/domain.ts'
import { type TypedNumber, typesNumbers } from '../trial/seen.ts'
import { isFar } from './number.ts'

export const MEASURE_PERMISSIONS = {
  type: { act: 'trials.type', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** A number of a measure, as it is kept. `by`: a person's id. */
export type KeptNumber = TypedNumber & { readonly measure: TrialMeasure['id']; readonly by: string }

/** @throws Refusal `role-needed`, `not-yours` */
export function permitTyping(actor: Actor, trial: InitiativeTrial, owner: string | undefined): void {
  permit(MEASURE_PERMISSIONS.type, actor.role, typesNumbers(actor, trial, owner) ? 'own' : 'others')
}

/** @throws Refusal `gone`: none of its numbers */
export function countedIn({ measures }: InitiativeTrial, id: string): TrialMeasure & { kind: 'number' } {
  const found = measures.find(measure => measure.id === id)
  if (found?.kind !== 'number') throw new Refusal('gone')
  return found
}

/** What is typed until the end of the first day is where it starts from. */
export function isStart({ from }: Pick<InitiativeTrial, 'from'>, day: string): boolean {
  return day <= from
}

/** Asked again, since a slip is likelier. @throws Refusal `number-far` */
export function checkNear(value: number, last: number | undefined): void {
  if (last !== undefined && isFar(value, last)) throw new Refusal('number-far', { last, typed: value })
}
