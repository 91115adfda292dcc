import type { Actor } from './actor.ts'
import { Refusal } from './refusal.ts'

export const ROLES = ['agent', 'pilot', 'manager', 'organiser', 'observer'] as const
export type Role = (typeof ROLES)[number]

/** What ties the person who acts to the thing acted upon. */
export type Relation = 'none' | 'own' | 'same-direction'

/** One row of the permission table: who may do `act`, and through which relation. */
export type Permission = {
  readonly act: string
  readonly roles: readonly Role[]
  readonly relation?: Relation
}

/**
 * Holds an act against its row.
 * @throws Refusal `not-yours` when the relation fails, `role-needed` when the role does.
 */
export function permit(row: Permission, role: Role, relation: Relation = 'none'): void {
  if (!may(row, role)) throw new Refusal('role-needed', { roles: row.roles.join(' ') })
  if (row.relation && row.relation !== relation) throw new Refusal('not-yours')
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
