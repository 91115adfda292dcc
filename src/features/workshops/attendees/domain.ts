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
  /** Consent: the others with a seat may see their name. */
  readonly shown: boolean
  /** Names of the others who consented; only for people with a seat, until the end. */
  readonly names: readonly string[]
  /** Cursor of the next page of names. */
  readonly next?: string
  /** Their table, once tables are shown. */
  readonly table?: number
  /** Their practical needs; '' for none. */
  readonly need: string
}

/** @throws Refusal `seat-needed` for who neither has a seat nor is on the waiting list */
export function checkComes(answer: RegistrationAnswer | undefined): void {
  if (!comes(answer)) throw new Refusal('seat-needed')
}
