import type { Actor } from '../../../kernel/access/actor.ts'
import { type Permission, permit, relationToDirection } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Channel } from '../channel/domain.ts'

const BINDERS: readonly Role[] = ['manager', 'organiser']

export const BINDING_PERMISSIONS = {
  readBinding: { act: 'channels.read-binding', roles: BINDERS },
  bind: {
    act: 'channels.bind',
    roles: BINDERS,
    relation: 'same-direction',
    refusals: { none: 'direction-not-led' },
  },
} as const satisfies Record<string, Permission>

/** What can be bound: one channel, or its whole team. */
export const PARTS = ['channel', 'team'] as const
export type BindingPart = (typeof PARTS)[number]

type Named = { readonly id: string; readonly name: string }
type Bound = Pick<Channel, 'direction' | 'teamDirection'>

/** The channel's Direction: its own binding, else its team's. */
export function directionOf({ direction, teamDirection }: Bound): string | undefined {
  return direction ?? teamDirection
}

/** Binding of `part` itself. */
export function boundAs(part: BindingPart, { direction, teamDirection }: Bound): string | undefined {
  return part === 'channel' ? direction : teamDirection
}

/** The Direction that a new binding of `part` takes it from: an unbound channel is its team's. */
export function takenFrom(part: BindingPart, channel: Bound): string | undefined {
  return part === 'channel' ? directionOf(channel) : channel.teamDirection
}

/**
 * Whoever changes a binding must answer for both the old and the new Direction.
 * @throws Refusal `role-needed`; `direction-not-led`, with the name from `directions`
 */
export function permitBinding(
  actor: Actor,
  directions: readonly Named[],
  before: string | undefined,
  after: string | undefined,
): void {
  permit(BINDING_PERMISSIONS.bind, actor.role, 'same-direction')
  for (const id of [before, after]) {
    if (id === undefined) continue
    const direction = directions.find(each => each.id === id)?.name ?? id
    permit(BINDING_PERMISSIONS.bind, actor.role, relationToDirection(actor, id), { direction })
  }
}

/** Parts that `actor` may bind: those of no Direction, or of one that they answer for. */
export function freeParts(actor: Actor, channel: Bound): readonly BindingPart[] {
  return PARTS.filter(part => {
    const direction = takenFrom(part, channel)
    return direction === undefined || relationToDirection(actor, direction) === 'same-direction'
  })
}

/** Those of `directions` that `actor` may bind to. @throws Refusal `leads-none` when there is none */
export function bindable<T extends { readonly id: string }>(
  actor: Actor,
  directions: readonly T[],
): readonly T[] {
  const found = directions.filter(({ id }) => relationToDirection(actor, id) === 'same-direction')
  if (found.length === 0) throw new Refusal('leads-none')
  return found
}
