import type { Actor } from '../../../kernel/access/actor.ts'
import {
  may,
  PARTICIPANTS,
  type Permission,
  permit,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import type { Initiative } from '../initiative/domain.ts'

export const MEMBER_PERMISSIONS = {
  /** An organiser owns every initiative here: its owner may have left the administration. */
  handOver: { act: 'initiatives.hand-over', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** @throws Refusal `role-needed`, `not-yours` */
export function permitHandOver({ owner = '' }: Initiative, actor: Actor): void {
  permit(
    MEMBER_PERMISSIONS.handOver,
    actor.role,
    actor.role === 'organiser' ? 'own' : relationToOwner(actor, owner),
  )
}

export function mayHandOver({ owner = '' }: Initiative, actor: Actor): boolean {
  return actor.role === 'organiser' || (may(MEMBER_PERMISSIONS.handOver, actor.role) && owner === actor.id)
}
