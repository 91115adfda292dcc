import { may } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { HARVEST_TIME } from '../../../kernel/time/harvest-time.ts'
import { SEAT_PERMISSIONS } from '../seats/domain.ts'
import { hasBegun, type WorkshopSeen } from '../workshop/domain.ts'

/** Whether the harvest page is offered; that page checks the permission itself. */
export function mayHarvest(role: Role, workshop: WorkshopSeen): boolean {
  const { stage, now, endsAt, mine, facilitates } = workshop
  if (!hasBegun(stage) || now >= endsAt + HARVEST_TIME || !may(SEAT_PERMISSIONS.answer, role)) return false
  return role === 'organiser' || facilitates !== undefined || (role === 'pilot' && mine === 'yes')
}

/** Parameter of a deep link to that page: their own table's, if they have one. */
export function ownHarvest({ id, facilitates }: Pick<WorkshopSeen, 'id' | 'facilitates'>): string {
  return ['harvest', id, ...(facilitates?.table === undefined ? [] : [facilitates.table])].join(':')
}
