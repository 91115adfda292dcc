import { PARTICIPANTS } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'

/** Whom it is for. `workshop`: whoever has a seat there; `channels`: one post in each channel of these Directions. */
export type TargetAudience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'directions'; readonly directions: readonly string[] }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'workshop'; readonly workshop: string }
  | { readonly kind: 'channels'; readonly directions: readonly string[] }

export type PeopleAudience = Exclude<TargetAudience, { readonly kind: 'channels' }>

/** What the card shows besides the text. */
export type BroadcastSubject = { readonly kind: 'workshop' | 'ballot'; readonly id: string }

/** Directions that one of them names at most. */
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
 * The audience in one spelling, whatever the order in which it was chosen.
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

/** Somebody known, as far as it says whether they belong to an audience. */
export type Someone = { readonly id: string; readonly role: Role; readonly direction?: string }

/** Whether it is for them, where that can be told from what they are. An observer is written to by nobody. */
export function isFor(audience: PeopleAudience, { role, direction = '' }: Someone): boolean {
  if (!PARTICIPANTS.includes(role)) return false
  if (audience.kind === 'directions') return audience.directions.includes(direction)
  return audience.kind !== 'roles' || audience.roles.includes(role)
}
