import { ORGANISERS, PARTICIPANTS, type Permission, permit } from '../../kernel/access/permission.ts'
import type { Role } from '../../kernel/access/role.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { DAY, HOUR } from '../../kernel/time/clock.ts'
import type { RegistrationAnswer, Workshop } from '../workshops/index.ts'

/** By the code on the screen, the printed one, the six letters; by whoever keeps the list; or without a seat until then. */
export type CheckInMethod = 'screen' | 'print' | 'code' | 'hand' | 'walk-in'

/** Somebody is there. */
export type CheckIn = {
  readonly workshop: string
  readonly person: string
  /** Milliseconds. */
  readonly at: number
  readonly how: CheckInMethod
  /** Who did it: the person, or somebody who keeps the list. */
  readonly by: string
  /** Came in beyond the seats. */
  readonly beyond: boolean
}

/** Who is in, since when; or who has no seat, and whether one is left. */
export type CheckInResult =
  | {
      readonly workshop: Workshop
      readonly checkIn: CheckIn
      readonly again: boolean
      /** Where they sit, once tables are shown. */
      readonly table?: number
    }
  | { readonly workshop: Workshop; readonly seatLeft: boolean }

export type PresenceCounts = { readonly present: number; readonly beyond: number }

const KEPT = { others: 'attendance-not-kept' } as const

export const ATTENDANCE_PERMISSIONS = {
  checkIn: { act: 'attendance.check-in', roles: PARTICIPANTS },
  comeIn: { act: 'attendance.come-in', roles: PARTICIPANTS },
  /** `own`: the workshop is theirs to keep, as an organiser or as one who facilitates it. */
  keep: { act: 'attendance.keep', roles: PARTICIPANTS, relation: 'own', refusals: KEPT },
  tick: { act: 'attendance.tick', roles: PARTICIPANTS, relation: 'own', refusals: KEPT },
  bringIn: { act: 'attendance.bring-in', roles: PARTICIPANTS, relation: 'own', refusals: KEPT },
  past: { act: 'attendance.past', roles: PARTICIPANTS },
  export: { act: 'attendance.export', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** For drawing the question only to who may answer it. @throws Refusal `role-needed` */
export function permitCheckIn(role: Role): void {
  permit(ATTENDANCE_PERMISSIONS.checkIn, role)
}

/** How long before the start one may check in. */
export const EARLY = HOUR
/** How long after the end whoever keeps the list may still put it right: a paper list is copied the day after. */
export const LATE = DAY

type Timed = Pick<Workshop, 'startsAt' | 'endsAt' | 'state'>

/** @throws Refusal `gone` for a draft, `attendance-cancelled` */
function checkStands({ state }: Timed): void {
  if (state === 'draft') throw new Refusal('gone')
  if (state !== 'announced') throw new Refusal('attendance-cancelled')
}

/**
 * Whether one may check in now: from an hour before the start to the end.
 * @throws Refusal `gone`, `attendance-cancelled`, `attendance-early` and `attendance-over` with the moment
 */
export function checkOpen(workshop: Timed, now: number): void {
  checkStands(workshop)
  const { startsAt, endsAt } = workshop
  if (now < startsAt - EARLY) throw new Refusal('attendance-early', { at: startsAt - EARLY })
  if (now >= endsAt) throw new Refusal('attendance-over', { at: endsAt })
}

/** The same for who keeps the list, who may do so for a day more. @throws Refusal as `checkOpen` does */
export function checkKept(workshop: Timed, now: number): void {
  checkOpen({ ...workshop, endsAt: workshop.endsAt + LATE }, now)
}

export function isOpen({ startsAt, endsAt, state }: Timed, now: number): boolean {
  return state === 'announced' && now >= startsAt - EARLY && now < endsAt
}

/** Whether somebody of this answer has a seat, or one is kept for them. */
export function isSeated(answer: RegistrationAnswer | undefined): boolean {
  return answer === 'yes' || answer === 'offered'
}
