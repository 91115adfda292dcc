import type { Actor } from '../../../kernel/access/actor.ts'
import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { roomOf } from '../ballot/audience.ts'
import type { Ballot } from '../ballot/domain.ts'

export const LIFECYCLE_PERMISSIONS = {
  /** An organiser owns every ballot; a vote of a room or a table, who opened it, and who runs the room. */
  close: {
    act: 'ballots.close',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'role-needed' },
  },
} as const satisfies Record<string, Permission>

/** Whether the ballot is theirs to close, as far as it says itself: by their role, or since they opened the room's vote. */
export function isClosedBy(
  { id, role }: Pick<Actor, 'id' | 'role'>,
  { audience, organiser }: Pick<Ballot, 'audience' | 'organiser'>,
): boolean {
  return role === 'organiser' || (roomOf(audience) !== undefined && organiser === id)
}
