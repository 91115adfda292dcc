import { EVERYONE, PARTICIPANTS, type Permission, type Relation } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import type { Idea } from '../idea/domain.ts'
import { supportsShown } from '../idea/support-count.ts'

/**
 * A workshop's wall. `revision`: of its last change; `reviewed`: what comes is read before it is shown; `turn` counts how many
 * times that changed.
 */
export type Wall = { readonly revision: number; readonly turn: number; readonly reviewed: boolean }

/** An idea of the workshop, and what is said of it for the wall alone. */
export type WallEntry = {
  readonly idea: Idea
  /** Of its last change. */
  readonly revision: number
  readonly hidden: boolean
  /** In the words that it has. */
  readonly approved: boolean
  /** One for all that are alike. */
  readonly likeness?: string
}

/** An idea as the room reads it: without a name, and with its table where it is credited to its table. */
export type IdeaOnWall = Pick<Idea, 'id' | 'text' | 'axis' | 'at'> & {
  readonly supports: Shown
  readonly table?: string
  /** The same for all that are alike: for most the id of the first, which itself has none. */
  readonly group?: string
}

/** What changed on a wall. `whole`: the reader forgets what they have; `more`: there is another page. */
export type WallReading = {
  readonly revision: string
  readonly whole: boolean
  readonly ideas: readonly IdeaOnWall[]
  readonly gone: readonly string[]
  readonly more?: true
}

/** Ideas told at once. */
export const WALL_PAGE = 100

const TENDED = { roles: PARTICIPANTS, relation: 'own', refusals: { others: 'wall-not-yours' } } as const

/** Each idea of it can be read by everybody. `own`: an organiser, or who facilitates the workshop as a whole. */
export const WALL_PERMISSIONS = {
  readWall: { act: 'ideas.read-wall', roles: EVERYONE },
  tendWall: { act: 'ideas.tend-wall', ...TENDED },
  hideOnWall: { act: 'ideas.hide-on-wall', ...TENDED },
  approveOnWall: { act: 'ideas.approve-on-wall', ...TENDED },
} as const satisfies Record<string, Permission>

/** What ties somebody to a wall. `leads`: how they facilitate the workshop; a table alone is not the wall. */
export function tieToWall(role: Role, leads: { readonly table?: number } | undefined): Relation {
  return role === 'organiser' || (leads !== undefined && leads.table === undefined) ? 'own' : 'others'
}

/** Whether everybody may read the idea where it stands by itself. */
function stands({ state, hidden }: Idea): boolean {
  return state !== 'withdrawn' && state !== 'merged' && hidden === undefined
}

export function isOnWall({ idea, hidden, approved }: WallEntry, reviewed: boolean): boolean {
  return stands(idea) && !hidden && (approved || !reviewed)
}

export function onWall({ idea, likeness }: WallEntry): IdeaOnWall {
  const { id, text, axis, at, credit, origin } = idea
  const table = credit?.by === 'table' ? origin?.table : undefined
  return {
    id,
    text,
    ...(axis !== undefined && { axis }),
    at,
    supports: supportsShown(idea).supports,
    ...(table !== undefined && { table }),
    ...(likeness !== undefined && likeness !== id && { group: likeness }),
  }
}

/** Names the wall and its turn, so that a revision of another is none of this one. */
const markOf = (workshop: string, { turn }: Wall) => `${fingerprint('wall', workshop).slice(0, 8)}-${turn}`

export function revisionText(workshop: string, wall: Wall, revision: number): string {
  return `${markOf(workshop, wall)}-${revision}`
}

/** The revision that a reader has; undefined when it is unknown, or of before the last turn: they need it whole. */
export function revisionIn(workshop: string, wall: Wall, text: string): number | undefined {
  const at = text.lastIndexOf('-')
  const digits = text.slice(at + 1)
  const revision = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
  return text.slice(0, at) === markOf(workshop, wall) && revision <= wall.revision ? revision : undefined
}
