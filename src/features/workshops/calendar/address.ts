import { EVERYONE, type Permission } from '../../../kernel/access/permission.ts'
import { signed, verified } from '../../../kernel/crypto/signature.ts'

export const CALENDAR_PERMISSIONS = {
  renewCalendar: { act: 'workshops.renew-calendar', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>

/**
 * Kinds of signed links: `w1.<workshop>`, a workshop and nobody, and `p1.<person>` or `p1.<person>.<turn>`, what that person
 * has seats in; `turn` counts how often they renewed it.
 */
const WORKSHOP = 'w1.'
const PERSON = 'p1.'

/** Whose calendar, by which of their addresses. */
export type Own = { readonly person: string; readonly turn: number }

/**
 * Addresses of calendar files: they carry no token, so they are signed. A person stands in theirs by an id that says
 * nothing of them; whoever has the address reads where they have seats, and not who they are.
 */
export type CalendarAddresses = {
  /** Absolute address of the workshop's calendar file. */
  readonly addressOf: (workshop: string) => string
  /** Absolute address of the person's own calendar, renewed `turn` times. */
  readonly ownOf: (person: string, turn: number) => string
  /** The workshop that a file's name asks for; undefined unless signed here, letter by letter. */
  readonly workshopOf: (file: string) => string | undefined
  /** The same for the person whose calendar it is. */
  readonly personOf: (file: string) => Own | undefined
}

function ownIn(text: string | undefined): Own | undefined {
  const [, person, turn = '0'] = /^([^.]+)(?:\.(\d{1,6}))?$/.exec(text ?? '') ?? []
  return person === undefined ? undefined : { person, turn: Number(turn) }
}

/** `origin`: without a slash at its end. */
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
