import { ConfigFault } from '../../config/index.ts'
import type { Role } from '../../kernel/access/role.ts'

export type Persona = {
  /** Parameter of `/demo/host?persona=`. */
  readonly key: string
  readonly objectId: string
  readonly name: string
  readonly role: Role
  /** Index in the programme's list of Directions; absent: not chosen yet. */
  readonly direction?: number
}

export const DEMO_TENANT = '00000000-0000-0000-0000-0000000000f0'

const id = (n: number) => `00000000-0000-0000-0000-00000000000${n}`

/**
 * The personas. The first is the Playground's unless `--as` names another; the Playground has the same six object
 * ids.
 */
export const PERSONAS: readonly [Persona, ...Persona[]] = [
  { key: 'lab', objectId: id(1), name: 'Maëlle Rivière', role: 'organiser', direction: 0 },
  { key: 'agent', objectId: id(2), name: 'Karim Benali', role: 'agent', direction: 1 },
  { key: 'agente', objectId: id(3), name: 'Nadia Ferrer', role: 'agent', direction: 2 },
  { key: 'pilote', objectId: id(4), name: 'Camille Martin', role: 'pilot', direction: 1 },
  { key: 'encadrant', objectId: id(5), name: 'Pascal Vidal', role: 'manager', direction: 1 },
  { key: 'observateur', objectId: id(6), name: 'Hélène Marty', role: 'observer' },
]

/** The persona for the Playground. @throws ConfigFault for an unknown name */
export function personaOf(key: string = PERSONAS[0].key): Persona {
  const found = PERSONAS.find(persona => persona.key === key)
  if (found) return found
  const keys = PERSONAS.map(persona => persona.key).join(', ')
  throw new ConfigFault([{ variable: '--as', advice: `say who sits in the chat: ${keys}` }])
}
