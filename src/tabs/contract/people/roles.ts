import { z } from 'zod'
import type { Role } from '../../../kernel/access/role.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { id } from '../primitives.ts'

/** How a list of people with a role is named: a deputy has the pilot's role. */
export const ROLE_LISTS = ['organiser', 'manager', 'pilot', 'deputy', 'observer'] as const
export type RoleListName = (typeof ROLE_LISTS)[number]

/** A role; `leads`: ids of the Directions that they answer for. */
export type SeatView = { readonly role: Role; readonly deputy?: true; readonly leads: readonly string[] }

export type HolderView = SeatView & {
  readonly id: string
  readonly name: string
  /** The id of the one they work in. */
  readonly direction?: string
  /** Who gave it: the operator's list, which alone takes it back; the people file; an organiser or a pilot. */
  readonly from?: 'operator' | 'file' | 'hand'
  /** The one who asks. */
  readonly me?: true
}

/** GET /people/roles?role=… → Page<HolderView>, by name, 50 a page. For organisers. */
export const holdersQuery = z.object({ role: z.enum(ROLE_LISTS), after: z.string().max(400).optional() })

/** GET /people/known?name=… : people whose name has words that begin so, the first 10. For organisers. */
export const knownQuery = z.object({ name: z.string().max(100) })
export type KnownView = { readonly found: readonly HolderView[]; readonly more: boolean }

/** PUT /people/:id/role: what somebody is from now on; agent: no role. Pilots are named in their Direction. */
export const roleInput = z.object({
  role: z.enum(['agent', 'manager', 'organiser', 'observer']),
  leads: z.array(id).max(200).default([]),
})
export type RoleInput = z.input<typeof roleInput>
/** `before`: what they were, to be given back. */
export type RoleGivenView = { readonly person: HolderView; readonly before: SeatView }

/** PUT /people/:id/direction: where somebody works from now on, for organisers. `before`: where they did. */
export const placeInput = z.object({ direction: id })
export type PlacedView = { readonly person: HolderView; readonly before?: string }

/** GET /people/counts, for organisers and observers: no names. */
export type PeopleCountsView = {
  readonly holders: readonly { readonly role: RoleListName; readonly count: number }[]
  /** Directions of the programme, and how many of them have no pilot. */
  readonly directions: number
  readonly lacking: number
  /** Of the whole programme, rounded. */
  readonly people: Shown
  readonly reachable: Shown
}
