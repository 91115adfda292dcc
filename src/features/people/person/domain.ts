import type { Actor } from '../../../kernel/access/actor.ts'
import type { TeamMember } from '../../../kernel/access/member.ts'
import { EVERYONE, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { pageMark } from '../../../kernel/crypto/page-owner.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { countedAt, type DirectionMembership } from './direction.ts'
import { canReach, type Reach } from './reach-state.ts'

/** What somebody can do just now: whether a vote or a workshop waits for them, and whether the programme takes anything in. */
export type OpenNow = { readonly vote: boolean; readonly workshop: boolean; readonly begin: boolean }

/** A role, with the Directions it covers. */
export type RoleGrant = {
  readonly role: Role
  /** Directions the person answers for. Set with the role, never by themselves. */
  readonly leads: readonly string[]
  /** Stands in for the pilot of the one Direction in `leads`; the role is pilot. */
  readonly deputy: boolean
}

/** Who gave a role: the operator's list, the people file, or an organiser or pilot. */
export type RoleSource = 'operator' | 'file' | 'hand'

/** Account type from Entra or Teams; `unsaid`: Teams was asked and did not say. */
export type Account = 'member' | 'guest' | 'unsaid'

/** `member`: Teams' answer; undefined without one. */
export function accountOf(member: Pick<TeamMember, 'guest'> | undefined): Account {
  if (!member) return 'unsaid'
  return member.guest ? 'guest' : 'member'
}

/** The role and Direction in the people file. */
export type ListedRole = RoleGrant & { readonly direction?: string }

export type Person = RoleGrant &
  DirectionMembership & {
    readonly id: string
    readonly tenant: string
    /** Entra object id: with the tenant, the identity. */
    readonly objectId: string
    readonly name: string
    /** Source of the role; absent for an agent, whom nobody gave one. */
    readonly roleFrom?: RoleSource
    readonly language: Language
    /** The person chose the language, so that of their client is ignored. */
    readonly languageChosen: boolean
    /** No text of theirs goes to a language model. */
    readonly aiOptOut?: boolean
    /** Opaque address of the personal chat, when there is one. */
    readonly chat?: string
    readonly reach: Reach
    /** Their entry in the people file; absent while it does not name them. */
    readonly listed?: ListedRole
    /** Whether their e-mail was available to match the people file. Absent: not tried yet. */
    readonly mailState?: 'known' | 'unknown'
    /** Absent: neither known nor asked for yet. */
    readonly account?: Account
    readonly createdAt: number
  }

/** Somebody by name, to be chosen or shown. */
export type PersonName = Pick<Person, 'id' | 'name'>

/** Entra names can be long; a card shows one line. */
export const NAME_LIMIT = 120

/** Exceeds a pilot and a deputy for each Direction of a programme. */
export const PILOTS = 500

const LEADING: readonly Role[] = ['pilot', 'manager']
export const AGENT: RoleGrant = { role: 'agent', leads: [], deputy: false }

export const PERSON_PERMISSIONS = {
  chooseDirection: { act: 'people.choose-direction', roles: EVERYONE, relation: 'own' },
  chooseLanguage: { act: 'people.choose-language', roles: EVERYONE, relation: 'own' },
  optOutOfAi: { act: 'people.opt-out-of-ai', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>

/** `now` (ms) decides which Direction counts. */
export function actorOf(person: Person, now: number): Actor {
  const { id, name, role, language, languageChosen, direction, leads, deputy, reach, account, aiOptOut } =
    person
  const { directionSince = now } = person
  const from = countedAt(person, now)
  return {
    id,
    name,
    role,
    language,
    ...(languageChosen && { languageChosen }),
    ...(aiOptOut && { aiOptOut }),
    ...(direction !== undefined && { direction }),
    ...(from !== undefined && from !== direction && { moving: { from, at: directionSince } }),
    ...(leads.length > 0 && LEADING.includes(role) && { leads }),
    ...(deputy && role === 'pilot' && { deputy }),
    ...(!canReach(reach.state) && { unreachable: true }),
    ...(account === 'guest' && { guest: true }),
  }
}

/** @throws Refusal `direction-unknown` unless `id` is one of `known`. */
export function checkDirection(id: string, known: readonly { readonly id: string }[]): string {
  if (!known.some(direction => direction.id === id)) throw new Refusal('direction-unknown')
  return id
}

/** One that somebody may choose, by its own name. */
export type LanguageChoice = {
  readonly id: Language
  readonly name: string
  /** Of the texts, how many it has (per cent); absent where that needs no saying. */
  readonly percent?: number
}

/** @throws Refusal `language-unknown` unless `id` is one of `known`. */
export function checkLanguage(id: string, known: readonly LanguageChoice[]): Language {
  const found = known.find(language => language.id === id)
  if (!found) throw new Refusal('language-unknown')
  return found.id
}

/** The Direction whose only pilot this grant makes somebody, or undefined. */
export function pilotedBy({ role, leads, deputy }: RoleGrant): string | undefined {
  return role === 'pilot' && !deputy ? leads[0] : undefined
}

/** The Direction whose deputy this grant makes somebody, or undefined. */
export function deputyOf({ role, leads, deputy }: RoleGrant): string | undefined {
  return role === 'pilot' && deputy ? leads[0] : undefined
}

export function sameGrant(one: RoleGrant, other: RoleGrant): boolean {
  const text = ({ role, leads, deputy }: RoleGrant) => [role, deputy, ...leads.toSorted()].join()
  return text(one) === text(other)
}

/**
 * An open page cannot re-create a person: whoever had their data erased comes back by opening a new one. `as`: who
 * opened the page, as `pageMark` encodes them.
 * @throws Refusal `data-erased`
 */
export function checkPage(known: Pick<Person, 'id'> | undefined, as: string | undefined): void {
  if (as !== undefined && (!known || pageMark(known.id) !== as)) throw new Refusal('data-erased')
}
