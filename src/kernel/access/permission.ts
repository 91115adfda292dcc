import { Refusal, type RefusalDetails } from '../errors/refusal.ts'
import type { Actor } from './actor.ts'
import { ROLES, type Role } from './role.ts'

/**
 * Relation of the actor to an object: their own; somebody else's; of a Direction that they answer for; somebody
 * else's and shared with them.
 */
export type Relation = 'none' | 'own' | 'others' | 'same-direction' | 'shown'

/** One row of the permission table: who may do `act`, and through which relation. */
export type Permission = {
  readonly act: string
  readonly roles: readonly Role[]
  /** The only relation that allows the act; absent: any. */
  readonly relation?: Relation
  /** Code of the refusal by the actor's relation: `not-yours` where none is given. */
  readonly refusals?: Readonly<Partial<Record<Relation, string>>>
}

/**
 * Authorizes an act against its row.
 * @throws Refusal `role-needed` when the role fails, `not-yours` or the row's own code, with `details`, when the
 * relation does.
 */
export function permit(
  row: Permission,
  role: Role,
  relation: Relation = 'none',
  details: RefusalDetails = {},
): void {
  if (!may(row, role)) throw new Refusal('role-needed', { roles: row.roles.join(' ') })
  if (row.relation && row.relation !== relation)
    throw new Refusal(row.refusals?.[relation] ?? 'not-yours', details)
}

/** The relation of `actor` to what belongs to the person `owner`. */
export function relationToOwner({ id }: Pick<Actor, 'id'>, owner: string): 'own' | 'others' {
  return id === owner ? 'own' : 'others'
}

/** The relation of `actor` to what belongs to `direction`. An organiser acts for all Directions. */
export function relationToDirection({ role, leads = [] }: Actor, direction: string | undefined): Relation {
  const leading = direction !== undefined && leads.includes(direction)
  return role === 'organiser' || leading ? 'same-direction' : 'none'
}

/** Whether the role alone allows the act: to show only controls that can be used. */
export function may(row: Permission, role: Role): boolean {
  return row.roles.includes(role)
}

export const EVERYONE: readonly Role[] = ROLES
/** An observer reads and never acts. */
export const PARTICIPANTS: readonly Role[] = ['agent', 'pilot', 'manager', 'organiser']
export const ORGANISERS: readonly Role[] = ['organiser']
