import { fold } from '../../kernel/text/text.ts'
import type { CheckIn } from './domain.ts'

/** A row of an attendance list: somebody with a seat, an offer or a check-in. */
export type ListedPerson = {
  readonly person: string
  readonly name: string
  readonly direction?: string
  /** Unconfirmed offer; absent once they are checked in. */
  readonly offered?: true
  readonly checkIn?: CheckIn
}

/** A search result by name. */
export type ListedColleague = { readonly person: string; readonly name: string; readonly direction?: string }

/** Whether each typed word is the prefix of a word of the name. */
export function isNamed(name: string, typed: string): boolean {
  const parts = fold(name).split(/[\s'-]+/)
  const wanted = fold(typed).split(/[\s'-]+/)
  return wanted.every(word => parts.some(part => part.startsWith(word)))
}

type Named = { readonly person: string; readonly name: string }

/** Collation by name, ignoring case and accents. */
export function byName(one: Named, other: Named): number {
  const [a, b] = [fold(one.name), fold(other.name)]
  return a < b ? -1 : a > b ? 1 : one.person < other.person ? -1 : 1
}
