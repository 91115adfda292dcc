import { createHash } from 'node:crypto'
import type { Role } from '../../../src/kernel/access/role.ts'

/** Somebody as Entra knows them, and what they are in the programme. */
export type Person = {
  readonly objectId: string
  readonly tenant: string
  readonly name: string
  /** The language of their Teams client. */
  readonly locale: string
  readonly role: Role
  /** Id of a Direction of programmes/occitanie.yaml; absent until said. */
  readonly direction?: string
  /** Has an account of the tenant as a guest, from `FOREIGN_TENANT`. */
  readonly guest?: true
}

export const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
export const FOREIGN_TENANT = 'ffffffff-0000-4000-8000-00000000000f'

type Particulars = Partial<Omit<Person, 'name'>>

/** A person of the administration. The object id is made of the name, so that it is the same in every run. */
export function person(name: string, particulars: Particulars = {}): Person {
  const digest = createHash('sha256').update(name).digest('hex')
  const objectId = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  return { objectId, tenant: TENANT, name, locale: 'fr-FR', role: 'agent', ...particulars }
}

/** The address that Teams and the sign-in give. */
export function mailOf({ objectId }: Pick<Person, 'objectId'>): string {
  return `${objectId.slice(0, 8)}@occitanie.example`
}

/** Of the Lab’: she sets up, announces and publishes. */
export const MAELLE = person('Maëlle Rivière', { role: 'organiser', direction: 'modernisation' })
export const CAMILLE = person('Camille Martin', { direction: 'lycees' })
export const KARIM = person('Karim Benali', { direction: 'numerique' })
export const NADIA = person('Nadia Ferrer', { direction: 'mobilites' })
/** She has not said her Direction. */
export const LEA = person('Léa Marty')
export const AHMED = person('Ahmed Saïdi', { direction: 'lycees' })
export const PASCAL = person('Pascal Vidal', { role: 'manager', direction: 'lycees' })
export const INES = person('Inès Roques', { role: 'pilot', direction: 'mobilites' })
export const HELENE = person('Hélène Gaubert', { role: 'observer' })
/** His Teams speaks English. */
export const OWEN = person('Owen Price', { locale: 'en-GB', direction: 'europe' })
/** A guest from elsewhere: not one of ours. */
export const STRANGER = person('Sacha Étranger', { tenant: FOREIGN_TENANT })

export const CAST: readonly Person[] = [
  MAELLE,
  CAMILLE,
  KARIM,
  NADIA,
  LEA,
  AHMED,
  PASCAL,
  INES,
  HELENE,
  OWEN,
  STRANGER,
]

const SHARED_OUT = [
  'lycees',
  'numerique',
  'mobilites',
  'finances',
  'culture',
  'economie',
  'tourisme',
  'europe',
]

/** `count` agents, spread over eight Directions. */
export function manyPeople(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => {
    const direction = SHARED_OUT[at % SHARED_OUT.length]
    return person(`Agent ${at + 1}`, direction === undefined ? {} : { direction })
  })
}
