import { number } from '../../../../i18n/format.ts'
import type { FileSeatView } from '../../../contract/people/file.ts'
import type { RoleListName, SeatView } from '../../../contract/people/roles.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { Translator } from '../../parts/words/translator.ts'

const HELD = {
  organiser: 'staff.held.organiser',
  manager: 'staff.held.manager',
  pilot: 'staff.held.pilot',
  deputy: 'staff.held.deputy',
  observer: 'staff.held.observer',
} as const

/** « 6 700 » */
export function amountText({ language }: Translator, value: number): string {
  return number(value, language)
}

/** Those who hold a role, as a list of them is called. */
export function heldText({ say }: Translator, role: RoleListName): string {
  return say(HELD[role])
}

const ROLES = {
  agent: 'role.agent',
  pilot: 'role.pilot',
  manager: 'role.manager',
  organiser: 'role.organiser',
  observer: 'role.observer',
} as const

export function directionName({ directions }: ProgrammeView, id: string): string {
  return directions.find(each => each.id === id)?.name ?? id
}

export function directionNames(programme: ProgrammeView, ids: readonly string[]): string {
  return ids.map(id => directionName(programme, id)).join(', ')
}

/** « encadrement (Direction des lycées) » */
export function seatText(
  { say }: Translator,
  programme: ProgrammeView,
  seat: SeatView | FileSeatView,
): string {
  const role = say(seat.deputy ? 'role.deputy' : ROLES[seat.role])
  if (seat.leads.length === 0) return role
  return say('staff.seat', { role, directions: directionNames(programme, seat.leads) })
}
