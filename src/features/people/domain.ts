import type { Actor } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import { EVERYONE, type Permission, type Role } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'

export type Person = {
  readonly id: string
  readonly tenant: string
  /** Entra object id: with the tenant, who this is. */
  readonly objectId: string
  readonly name: string
  readonly role: Role
  readonly direction?: string
  /** Directions the person answers for. Given with the role, never by themselves. */
  readonly leads: readonly string[]
  readonly language: Language
  /** The person chose the language: their client's locale no longer counts. */
  readonly languageChosen: boolean
  /** Opaque address of the personal chat, once there is one. */
  readonly chat?: string
  readonly createdAt: number
}

/** Entra names can be long; a card shows one line. */
export const NAME_LIMIT = 120

const LEADING: readonly Role[] = ['pilot', 'manager']

export const PERMISSIONS = {
  chooseDirection: { act: 'people.choose-direction', roles: EVERYONE, relation: 'own' },
  chooseLanguage: { act: 'people.choose-language', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>

export function actorOf({ id, name, role, language, direction, leads, chat }: Person): Actor {
  return {
    id,
    name,
    role,
    language,
    ...(direction !== undefined && { direction }),
    ...(leads.length > 0 && LEADING.includes(role) && { leads }),
    ...(chat === undefined && { unreachable: true }),
  }
}

/** @throws Refusal `direction-unknown` unless `id` is one of `known`. */
export function checkDirection(id: string, known: readonly { readonly id: string }[]): string {
  if (!known.some(direction => direction.id === id)) throw new Refusal('direction-unknown')
  return id
}
