import { signed, verified } from '../../kernel/signature.ts'

/** Kinds of signed links: `w1.<workshop>`, a workshop and nobody, and `p1.<person>`, what that person has seats in. */
const WORKSHOP = 'w1.'
const PERSON = 'p1.'

/**
 * Addresses of calendar files: they carry no token, so they are signed. A person stands in theirs by an id that says
 * nothing of them; whoever has the address reads where they have seats, and not who they are.
 */
export type CalendarAddresses = {
  /** Absolute address of the workshop's calendar file. */
  readonly addressOf: (workshop: string) => string
  /** Absolute address of the person's own calendar. */
  readonly ownOf: (person: string) => string
  /** The workshop that a file's name asks for; undefined unless signed here, letter by letter. */
  readonly workshopOf: (file: string) => string | undefined
  /** The same for the person whose calendar it is. */
  readonly personOf: (file: string) => string | undefined
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
    ownOf: person => address(PERSON + person),
    workshopOf: named(WORKSHOP),
    personOf: named(PERSON),
  }
}
