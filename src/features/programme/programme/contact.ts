import type { Language } from '../../../kernel/text/language.ts'

/** Somebody to talk to in distress, or to report harassment to: a service or a function, never a person's name. */
export type Contact = {
  readonly label: Readonly<Record<Language, string>>
  readonly phone?: string | undefined
  /** An e-mail address, a page or an office. */
  readonly address?: string | undefined
}

export const MOST_CONTACTS = 6
