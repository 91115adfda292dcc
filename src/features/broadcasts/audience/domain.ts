import { PARTICIPANTS } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'

/** `workshop`: people with a seat there; `channels`: one post in each channel of these Directions. */
export type TargetAudience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'directions'; readonly directions: readonly string[] }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'workshop'; readonly workshop: string }
  | { readonly kind: 'channels'; readonly directions: readonly string[] }

export type PeopleAudience = Exclude<TargetAudience, { readonly kind: 'channels' }>

/** The thing that the card shows besides the text. */
export type BroadcastSubject = { readonly kind: 'workshop' | 'ballot' | 'series'; readonly id: string }

/** Limit of Directions in one audience. */
const DIRECTIONS_LIMIT = 40

function sorted<T extends string>(names: readonly T[]): readonly T[] {
  return [...new Set(names)].toSorted()
}

function directionsIn(chosen: readonly string[], known: readonly { readonly id: string }[]) {
  const directions = sorted(chosen)
  if (directions.length === 0) throw new Refusal('directions-missing')
  if (directions.length > DIRECTIONS_LIMIT) throw new Refusal('directions-many', { max: DIRECTIONS_LIMIT })
  if (directions.some(id => !known.some(each => each.id === id))) throw new Refusal('direction-unknown')
  return directions
}

/**
 * Canonical form of an audience.
 * @throws Refusal `directions-missing`, `directions-many`, `direction-unknown`, `roles-missing`
 */
export function audienceOf(typed: TargetAudience, known: readonly { readonly id: string }[]): TargetAudience {
  if (typed.kind === 'directions' || typed.kind === 'channels')
    return { kind: typed.kind, directions: directionsIn(typed.directions, known) }
  if (typed.kind !== 'roles') return typed
  const roles = sorted(typed.roles.filter(role => PARTICIPANTS.includes(role)))
  if (roles.length === 0) throw new Refusal('roles-missing')
  return { kind: 'roles', roles }
}

/** The part of a person that audience membership depends on. */
export type Someone = { readonly id: string; readonly role: Role; readonly direction?: string }

/** Whether the person belongs to the audience, as far as role and Direction tell. Observers receive nothing. */
export function isFor(audience: PeopleAudience, { role, direction = '' }: Someone): boolean {
  if (!PARTICIPANTS.includes(role)) return false
  if (audience.kind === 'directions') return audience.directions.includes(direction)
  return audience.kind !== 'roles' || audience.roles.includes(role)
}
