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

/** What became of its latest trial. */
export type InitiativeTrialState = 'planned' | 'running' | 'generalised' | 'stopped'

/** An https link. */
export type InitiativeResource = { readonly title: string; readonly url: string }

/** Text by the owner. '' until they write it. */
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

/** An idea that somebody carries, under the idea's id: supports, comments and thread are the idea's. */
export type Initiative = InitiativeSheetText & {
  readonly id: string
  /** Person's id; absent while it looks for an owner. The owner is a member as well. */
  readonly owner?: string
  /** Number of members, its owner included. */
  readonly members: number
  /** Absent without a trial, and after one that is to be adjusted. */
  readonly trial?: InitiativeTrialState
  /** Milliseconds. */
  readonly at: number
}

/** With its idea. `ownerName`: '' without a known owner. */
export type InitiativeNamed = Initiative & { readonly idea: Idea; readonly ownerName: string }

/** The same as one person sees it. */
export type InitiativeSeen = InitiativeNamed & {
  readonly idea: IdeaSeen
  /** The person is its owner. */
  readonly mine: boolean
  readonly joined: boolean
}

/** In the gallery. `why`: of one that was stopped; `testers`: of one on trial. */
export type InitiativeListed = InitiativeSeen & { readonly why?: string; readonly testers?: number }

/** Where it came from and what was taken up from it; numbers as far as one more than `MOST_COUNTED`. */
export type Lineage = {
  /** The initiative that inspired it, while it may be read. */
  readonly from?: { readonly id: string; readonly title: string }
  readonly taken: number
  /** Ideas that are no initiatives yet. */
  readonly ideas: number
}
/** « Si nous … » and « alors … », without these words. */
export type TriedHypothesis = { readonly ifWe: string; readonly expected: string }

/** What its trials say of it: they are the business of a feature to the right. */
export type TrialWords = {
  /** Why each was stopped, by its id. */
  readonly whys: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** How many people try each that is on trial, by its id. */
  readonly testers: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** Ids of the Directions that try it, and of those to which it was generalised. */
  readonly places: (
    id: string,
  ) => Promise<{ readonly trying: readonly string[]; readonly generalised: readonly string[] }>
  /** Of its latest trial that began. */
  readonly hypothesis: (id: string) => Promise<TriedHypothesis | undefined>
}

export type InitiativeMember = { readonly id: string; readonly name: string }

/** Its trial as its card says it: the one at present, or that was decided last. Days are YYYY-MM-DD. */
export type SheetTrial = {
  readonly state: InitiativeTrialState
  readonly from: string
  readonly until: string
  /** Names of its Directions; and a place in words, '' for none. */
  readonly directions: readonly string[]
  readonly site: string
  /** The person tries it. */
  readonly trying: boolean
}

/** Its trial for one person, or for everybody; undefined where it has none. */
export type TrialOnSheet = (
  initiative: Initiative,
  actor?: Pick<Actor, 'id'>,
) => Promise<SheetTrial | undefined>

/** With the rest of its sheet. `names`: of members, the owner first, at most 50. */
export type SheetSeen = InitiativeSeen & {
  readonly names: readonly string[]
  /** Members whom the person may hand it over to. */
  readonly heirs: readonly InitiativeMember[]
  readonly others: readonly InitiativeSeen[]
  readonly lineage: Lineage
  readonly hypothesis?: TriedHypothesis
  readonly mayCarry: boolean
  readonly tried?: SheetTrial
}

export const INITIATIVE_PERMISSIONS = {
  read: { act: 'initiatives.read', roles: EVERYONE },
  carry: { act: 'initiatives.carry', roles: PARTICIPANTS },
  join: { act: 'initiatives.join', roles: PARTICIPANTS },
  inspire: { act: 'initiatives.inspire', roles: PARTICIPANTS },
  edit: { act: 'initiatives.edit', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** @throws Refusal `gone` when it was not found */
export function requireFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

/** @throws Refusal `idea-hidden`, with the reason, while organisers hide it */
export function checkShown(idea: Idea | undefined): void {
  if (idea?.hidden) throw new Refusal('idea-hidden', { reason: idea.hidden.reason })
}

/** @throws Refusal `role-needed`, `not-yours` */
export function permitEdit({ owner = '' }: Initiative, actor: Actor): void {
  permit(INITIATIVE_PERMISSIONS.edit, actor.role, relationToOwner(actor, owner))
}

/** Its phase follows from its trial while that runs. @throws Refusal `phase-follows-trial` */
export function checkPhase({ trial, phase }: Initiative, to: SheetPhase): void {
  if (trial === 'running' && to !== phase) throw new Refusal('phase-follows-trial')
}

export function mayEdit({ owner = '' }: Initiative, { id }: Pick<Actor, 'id'>): boolean {
  return owner === id
}

/** Only a retained idea can be carried. @throws Refusal `idea-not-retained` */
export function checkRetained({ state }: Idea): void {
  if (state !== 'retained') throw new Refusal('idea-not-retained')
}

/** What was taken up is counted as far as this, so that a sheet costs the same whatever it inspired. */
export const MOST_COUNTED = 1_000

/** Characters of a title in a list. */
export const TITLE_LENGTH = 120

/** Initial title: the idea's text, cut between words if too long. */
export function firstTitle(text: string): string {
  const letters = [...text]
  if (letters.length <= TITLE_LENGTH) return text
  const cut = letters.slice(0, TITLE_LENGTH - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
