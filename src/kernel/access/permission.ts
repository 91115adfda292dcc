import { Refusal, type RefusalDetails } from '../errors/refusal.ts'
import type { Actor } from './actor.ts'
import { ROLES, type Role } from './role.ts'

/**
 * What ties the person who acts to the thing acted upon: it is theirs; it is somebody else's; it is of a Direction
 * that they answer for; it is somebody else's and shown to them.
 */
export type Relation = 'none' | 'own' | 'others' | 'same-direction' | 'shown'

/** One row of the permission table: who may do `act`, and through which relation. */
export type Permission = {
  readonly act: string
  readonly roles: readonly Role[]
  /** The only one that will do; absent: whatever ties them. */
  readonly relation?: Relation
  /** What is said to those whom something else ties to it, by that tie: `not-yours` where nothing is given. */
  readonly refusals?: Readonly<Partial<Record<Relation, string>>>
}

/**
 * Holds an act against its row.
 * @throws Refusal `role-needed` when the role fails, `not-yours` or what the row says, with `details`, when the
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

/** What ties the person `actor` to what is the person `owner`'s. */
export function tieTo({ id }: Pick<Actor, 'id'>, owner: string): 'own' | 'others' {
  return id === owner ? 'own' : 'others'
}

/** What ties `actor` to what belongs to `direction`. An organiser acts for all of them. */
export function relationTo({ role, leads = [] }: Actor, direction: string | undefined): Relation {
  const leading = direction !== undefined && leads.includes(direction)
  return role === 'organiser' || leading ? 'same-direction' : 'none'
}

/** Whether the role alone allows the act: for drawing only what may be done. */
export function may(row: Permission, role: Role): boolean {
  return row.roles.includes(role)
}

export const EVERYONE: readonly Role[] = ROLES
/** An observer reads and never acts. */
export const PARTICIPANTS: readonly Role[] = ['agent', 'pilot', 'manager', 'organiser']
export const ORGANISERS: readonly Role[] = ['organiser']
