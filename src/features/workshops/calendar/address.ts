import { EVERYONE, type Permission } from '../../../kernel/access/permission.ts'
import { signed, verified } from '../../../kernel/crypto/signature.ts'

export const CALENDAR_PERMISSIONS = {
  renewCalendar: { act: 'workshops.renew-calendar', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>

/**
 * Kinds of signed links: `w1.<workshop>` for anybody, and `p1.<person>` or `p1.<person>.<turn>` for a person's own
 * seats; `turn` counts how often they renewed it.
 */
const WORKSHOP = 'w1.'
const PERSON = 'p1.'

/** A person's calendar, and the version of its address. */
export type Own = { readonly person: string; readonly turn: number }

/**
 * Addresses of calendar files. A calendar client cannot send a token, so they are signed. They hold an opaque person
 * id: whoever has the address reads where that person has seats, and not who they are.
 */
export type CalendarAddresses = {
  /** Absolute address of the workshop's calendar file. */
  readonly addressOf: (workshop: string) => string
  /** Absolute address of the person's own calendar, renewed `turn` times. */
  readonly ownOf: (person: string, turn: number) => string
  /** Verifies a file name: the workshop, or undefined unless it was signed here, byte for byte. */
  readonly workshopOf: (file: string) => string | undefined
  /** The same for a person's own calendar. */
  readonly personOf: (file: string) => Own | undefined
}

function ownIn(text: string | undefined): Own | undefined {
  const [, person, turn = '0'] = /^([^.]+)(?:\.(\d{1,6}))?$/.exec(text ?? '') ?? []
  return person === undefined ? undefined : { person, turn: Number(turn) }
}

/** `origin`: without a trailing slash. */
export function calendarAddresses(secret: string, origin: string): CalendarAddresses {
  const address = (text: string) => `${origin}/calendar/${signed(secret, text)}.ics`
  const named = (kind: string) => (file: string) => {
    const text = file.endsWith('.ics') ? verified(secret, file.slice(0, -4)) : undefined
    return text?.startsWith(kind) ? text.slice(kind.length) : undefined
  }
  return {
    addressOf: workshop => address(WORKSHOP + workshop),
    ownOf: (person, turn) => address(`${PERSON}${person}${turn > 0 ? `.${turn}` : ''}`),
    workshopOf: named(WORKSHOP),
    personOf: file => ownIn(named(PERSON)(file)),
  }
}
