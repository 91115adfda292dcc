import type { Actor } from '../../../kernel/access/actor.ts'
import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { InitiativeTrial } from '../trial/domain.ts'
import { typesNumbers } from '../trial/seen.ts'

export const TESTER_PERMISSIONS = {
  try: { act: 'trials.try', roles: PARTICIPANTS },
  note: { act: 'trials.note', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** Of whoever tries it, carries it or types its numbers. @throws Refusal `trial-not-trying` */
export function checkSigner(
  actor: Actor,
  trial: InitiativeTrial,
  owner: string | undefined,
  trying: boolean,
): void {
  if (!trying && !typesNumbers(actor, trial, owner)) throw new Refusal('trial-not-trying')
}
