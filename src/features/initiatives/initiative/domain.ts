import type { Actor } from '../../../kernel/access/actor.ts'
import {
  EVERYONE,
  PARTICIPANTS,
  type Permission,
  permit,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Idea, IdeaSeen } from '../../ideas/index.ts'

export const PHASES = ['explore', 'create', 'test', 'done'] as const
export type SheetPhase = (typeof PHASES)[number]

/** A page on the web, https only. */
export type InitiativeResource = { readonly title: string; readonly url: string }

/** What its owner writes. Texts are '' until they do. */
export type InitiativeSheetText = {
  readonly title: string
  readonly problem: string
  readonly story: string
  /** What others could take up. */
  readonly inspiring: string
  readonly outcome: string
  readonly phase: SheetPhase
  readonly resources: readonly InitiativeResource[]
}

/** An idea that somebody carries. It has the idea's id: supports, comments and thread stay the idea's. */
export type Initiative = InitiativeSheetText & {
  readonly id: string
  /** Person's id; absent while it looks for somebody. Who carries it takes part in it as well. */
  readonly owner?: string
  /** People who take part, its owner included. */
  readonly members: number
  /** Milliseconds. */
  readonly at: number
}

/** An initiative beside its idea. `ownerName`: '' when nobody is known by it. */
export type InitiativeNamed = Initiative & { readonly idea: Idea; readonly ownerName: string }

/** The same as one person sees it. */
export type InitiativeSeen = InitiativeNamed & {
  readonly idea: IdeaSeen
  /** I carry it. */
  readonly mine: boolean
  readonly joined: boolean
}

export type InitiativeMember = { readonly id: string; readonly name: string }

/** With what stands on its sheet alone. `names`: its owner's first, at most 50. */
export type SheetSeen = InitiativeSeen & {
  readonly names: readonly string[]
  /** Those one may hand it over to; none for who may not. */
  readonly heirs: readonly InitiativeMember[]
  readonly others: readonly InitiativeSeen[]
  readonly mayCarry: boolean
}

export const INITIATIVE_PERMISSIONS = {
  read: { act: 'initiatives.read', roles: EVERYONE },
  carry: { act: 'initiatives.carry', roles: PARTICIPANTS },
  join: { act: 'initiatives.join', roles: PARTICIPANTS },
  inspire: { act: 'initiatives.inspire', roles: PARTICIPANTS },
  edit: { act: 'initiatives.edit', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** What was looked for. @throws Refusal `gone` when it is no longer there */
export function requireFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

/** @throws Refusal `idea-hidden`, with the reason, once organisers hid it */
export function checkShown(idea: Idea | undefined): void {
  if (idea?.hidden) throw new Refusal('idea-hidden', { reason: idea.hidden.reason })
}

/** @throws Refusal `role-needed`, `not-yours` */
export function permitEdit({ owner = '' }: Initiative, actor: Actor): void {
  permit(INITIATIVE_PERMISSIONS.edit, actor.role, relationToOwner(actor, owner))
}

export function mayEdit({ owner = '' }: Initiative, { id }: Pick<Actor, 'id'>): boolean {
  return owner === id
}

/** An idea is carried once it is retained. @throws Refusal `idea-not-retained` */
export function checkRetained({ state }: Idea): void {
  if (state !== 'retained') throw new Refusal('idea-not-retained')
}

/** Letters of a title in a list. */
export const TITLE_LENGTH = 120

/** The sheet as it begins: the idea's own words, cut between two of them where they are too long for a title. */
export function firstTitle(text: string): string {
  const letters = [...text]
  if (letters.length <= TITLE_LENGTH) return text
  const cut = letters.slice(0, TITLE_LENGTH - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
