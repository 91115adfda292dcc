import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { deputyOf, type Person, type PersonName, pilotedBy } from '../person/domain.ts'

/** Who decides who answers for a Direction. */
const HANDOVER_ROLES: readonly Role[] = ['pilot', 'organiser']

export const PILOT_PERMISSIONS = {
  openRelay: { act: 'people.open-relay', roles: HANDOVER_ROLES },
  handOver: { act: 'people.hand-over', roles: HANDOVER_ROLES, relation: 'same-direction' },
  nameDeputy: { act: 'people.name-deputy', roles: HANDOVER_ROLES, relation: 'same-direction' },
  removeDeputy: { act: 'people.remove-deputy', roles: HANDOVER_ROLES, relation: 'same-direction' },
  readPilots: { act: 'people.read-pilots', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** What a colleague is asked to take on. */
export const TASKS = ['pilot', 'deputy'] as const
export type HandoverTask = (typeof TASKS)[number]

/** Who answers for a Direction. */
export type Piloted = {
  readonly direction: { readonly id: string; readonly name: string }
  readonly pilot?: PersonName
  /** Name of whom the people file has as its pilot, who has not come yet; absent where there is a pilot. */
  readonly awaited?: string
  readonly deputies: readonly PersonName[]
}

/** Who answers for a Direction now, and whom one may choose. */
export type HandoverOptions = {
  readonly direction: string
  readonly pilot?: PersonName
  readonly deputies: readonly PersonName[]
  /** People of the Direction without a role, by name; empty while there are too many to be shown unasked. */
  readonly found: readonly PersonName[]
  /** There are others: a longer beginning of the name finds them. */
  readonly more: boolean
  /** Whether the one who asks is that pilot, and would give the seat away. */
  readonly mine: boolean
}

/** People shown to choose from. */
export const SHOWN = 10

/**
 * Whether `person` may be given `task` for the Direction: they work there, or stand in there, and answer for nothing
 * else. @throws Refusal `person-unknown`, `relay-role`, `relay-elsewhere`
 */
export function checkReceiver(person: Person | undefined, direction: string): Person {
  if (!person) throw new Refusal('person-unknown')
  if (deputyOf(person) === direction) return person
  if (person.role !== 'agent') throw new Refusal('relay-role', { roles: person.role })
  if (person.direction !== direction) throw new Refusal('relay-elsewhere')
  return person
}

/** Whether the seat is that of `task` for the Direction. */
export function holds(person: Person, task: HandoverTask, direction: string): boolean {
  return (task === 'pilot' ? pilotedBy(person) : deputyOf(person)) === direction
}
