import { ORGANISERS, PARTICIPANTS, type Permission, permit } from '../../kernel/access/permission.ts'
import type { Role } from '../../kernel/access/role.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { HOUR } from '../../kernel/time/clock.ts'
import { LIST_TIME } from '../../kernel/time/list-time.ts'
import type { RegistrationAnswer, Workshop } from '../workshops/index.ts'

/** Screen code, printed code, six letters; by hand from the list; or as a walk-in. */
export type CheckInMethod = 'screen' | 'print' | 'code' | 'hand' | 'walk-in'

/** Somebody is there. */
export type CheckIn = {
  readonly workshop: string
  readonly person: string
  /** Milliseconds. */
  readonly at: number
  readonly how: CheckInMethod
  /** Who did it: the person themselves, or who keeps the list. */
  readonly by: string
  /** Exceeded the capacity. */
  readonly beyond: boolean
}

/** Checked in, since when; or no seat, and whether one is free. */
export type CheckInResult =
  | {
      readonly workshop: Workshop
      readonly checkIn: CheckIn
      readonly again: boolean
      /** Their table, once tables are shown. */
      readonly table?: number
    }
  | { readonly workshop: Workshop; readonly seatLeft: boolean }

export type PresenceCounts = { readonly present: number; readonly beyond: number }

const KEPT = { others: 'attendance-not-kept' } as const

export const ATTENDANCE_PERMISSIONS = {
  checkIn: { act: 'attendance.check-in', roles: PARTICIPANTS },
  comeIn: { act: 'attendance.come-in', roles: PARTICIPANTS },
  /** `own`: an organiser, or a facilitator of the workshop. */
  keep: { act: 'attendance.keep', roles: PARTICIPANTS, relation: 'own', refusals: KEPT },
  tick: { act: 'attendance.tick', roles: PARTICIPANTS, relation: 'own', refusals: KEPT },
  bringIn: { act: 'attendance.bring-in', roles: PARTICIPANTS, relation: 'own', refusals: KEPT },
  past: { act: 'attendance.past', roles: PARTICIPANTS },
  export: { act: 'attendance.export', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Checked before the question is drawn. @throws Refusal `role-needed` */
export function permitCheckIn(role: Role): void {
  permit(ATTENDANCE_PERMISSIONS.checkIn, role)
}

/** How long before the start check-in opens. */
export const EARLY = HOUR
export const LATE = LIST_TIME

type Timed = Pick<Workshop, 'startsAt' | 'endsAt' | 'state'>

/** @throws Refusal `gone` for a draft, `attendance-cancelled` */
function checkStands({ state }: Timed): void {
  if (state === 'draft') throw new Refusal('gone')
  if (state !== 'announced') throw new Refusal('attendance-cancelled')
}

/**
 * Whether check-in is open: from an hour before the start to the end.
 * @throws Refusal `gone`, `attendance-cancelled`, `attendance-early` and `attendance-over` with the moment
 */
export function checkOpen(workshop: Timed, now: number): void {
  checkStands(workshop)
  const { startsAt, endsAt } = workshop
  if (now < startsAt - EARLY) throw new Refusal('attendance-early', { at: startsAt - EARLY })
  if (now >= endsAt) throw new Refusal('attendance-over', { at: endsAt })
}

/** The same for whoever keeps the list, with a day more. @throws Refusal as `checkOpen` does */
export function checkKept(workshop: Timed, now: number): void {
  checkOpen({ ...workshop, endsAt: workshop.endsAt + LATE }, now)
}

export function isOpen({ startsAt, endsAt, state }: Timed, now: number): boolean {
  return state === 'announced' && now >= startsAt - EARLY && now < endsAt
}

/** Whether the answer is a seat or an offer. */
export function isSeated(answer: RegistrationAnswer | undefined): boolean {
  return answer === 'yes' || answer === 'offered'
}
