import { ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { comes, type RegistrationAnswer, type WorkshopSeen } from '../workshop/domain.ts'

export const ATTENDEE_PERMISSIONS = {
  prepare: { act: 'workshops.prepare', roles: PARTICIPANTS },
  showName: { act: 'workshops.show-name', roles: PARTICIPANTS },
  sayNeeds: { act: 'workshops.say-needs', roles: PARTICIPANTS },
  readNeeds: { act: 'workshops.read-needs', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** What a registered or waiting person sees before the workshop. */
export type Visit = {
  readonly workshop: WorkshopSeen
  /** Whether their name may be shown to the others who have a seat. */
  readonly shown: boolean
  /** Names of the others who agreed to be shown; only for people with a seat, until the end. */
  readonly names: readonly string[]
  /** Where the next page of names starts. */
  readonly next?: string
  /** The table they sit at, once it is shown. */
  readonly table?: number
  /** What they need to come; '' for nothing. */
  readonly need: string
}

/** @throws Refusal `seat-needed` of who neither has a seat nor waits for one */
export function checkComes(answer: RegistrationAnswer | undefined): void {
  if (!comes(answer)) throw new Refusal('seat-needed')
}
