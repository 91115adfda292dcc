import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'

export const LIFECYCLE_PERMISSIONS = {
  close: { act: 'ballots.close', roles: ORGANISERS },
} as const satisfies Record<string, Permission>
