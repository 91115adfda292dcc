import { signed, verified } from '../../kernel/signature.ts'

/** The first kind of signed link: `w1.<workshop>`, a workshop and nobody. Other kinds will begin otherwise. */
const KIND = 'w1.'

/** Addresses of calendar files: they carry no token, so they are signed and name no person. */
export type CalendarAddresses = {
  /** Absolute address of the workshop's calendar file. */
  readonly addressOf: (workshop: string) => string
  /** The workshop that a file's name asks for; undefined unless signed here, letter by letter. */
  readonly workshopOf: (file: string) => string | undefined
}

/** `origin`: without a slash at its end. */
export function calendarAddresses(secret: string, origin: string): CalendarAddresses {
  return {
    addressOf: workshop => `${origin}/calendar/${signed(secret, KIND + workshop)}.ics`,
    workshopOf: file => {
      const text = file.endsWith('.ics') ? verified(secret, file.slice(0, -4)) : undefined
      return text?.startsWith(KIND) ? text.slice(KIND.length) : undefined
    },
  }
}
