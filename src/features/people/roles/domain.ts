import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Person, PersonName, RoleGrant } from '../person/domain.ts'

/** Somebody with their role, for the list of roles. */
export type Holder = PersonName & RoleGrant & Pick<Person, 'direction' | 'roleFrom'>
export type RoleCount = { readonly role: Role; readonly deputy: boolean; readonly count: number }

export const ROLE_PERMISSIONS = {
  readRoles: { act: 'people.read-roles', roles: ORGANISERS },
  placePerson: { act: 'people.place', roles: ORGANISERS },
  giveRole: { act: 'people.give-role', roles: ORGANISERS },
} as const satisfies Record<string, Permission>
