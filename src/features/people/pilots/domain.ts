import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { deputyOf, type Person, type PersonName, pilotedBy } from '../person/domain.ts'

/** Who may appoint pilots and deputies. */
const HANDOVER_ROLES: readonly Role[] = ['pilot', 'organiser']

export const PILOT_PERMISSIONS = {
  openRelay: { act: 'people.open-relay', roles: HANDOVER_ROLES },
  handOver: { act: 'people.hand-over', roles: HANDOVER_ROLES, relation: 'same-direction' },
  nameDeputy: { act: 'people.name-deputy', roles: HANDOVER_ROLES, relation: 'same-direction' },
  removeDeputy: { act: 'people.remove-deputy', roles: HANDOVER_ROLES, relation: 'same-direction' },
  readPilots: { act: 'people.read-pilots', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Tasks that can be handed over. */
export const TASKS = ['pilot', 'deputy'] as const
export type HandoverTask = (typeof TASKS)[number]

/** A Direction's pilot and deputy. */
export type Piloted = {
  readonly direction: { readonly id: string; readonly name: string }
  readonly pilot?: PersonName
  /** Name of the pilot in the people file who has not come yet; absent where there is a pilot. */
  readonly awaited?: string
  readonly deputies: readonly PersonName[]
}

/** Current pilot and deputy, and the candidates. */
export type HandoverOptions = {
  readonly direction: string
  readonly pilot?: PersonName
  readonly deputies: readonly PersonName[]
  /** People of the Direction without a role, by name; empty while there are too many to list without a search. */
  readonly found: readonly PersonName[]
  /** There are more: a longer prefix of the name finds them. */
  readonly more: boolean
  /** Whether the actor is that pilot. */
  readonly mine: boolean
}

/** Candidates shown. */
export const SHOWN = 10

/**
 * Whether `person` can be given the task: they work in the Direction, or are its deputy, and hold no other role.
 * @throws Refusal `person-unknown`, `relay-role`, `relay-elsewhere`
 */
export function checkReceiver(person: Person | undefined, direction: string): Person {
  if (!person) throw new Refusal('person-unknown')
  if (deputyOf(person) === direction) return person
  if (person.role !== 'agent') throw new Refusal('relay-role', { roles: person.role })
  if (person.direction !== direction) throw new Refusal('relay-elsewhere')
  return person
}

/** Whether the person holds `task` for the Direction. */
export function holds(person: Person, task: HandoverTask, direction: string): boolean {
  return (task === 'pilot' ? pilotedBy(person) : deputyOf(person)) === direction
}
