import { fold } from '../../kernel/text/text.ts'
import type { CheckIn } from './domain.ts'

/** Somebody on a workshop's list: they have a seat, are offered one, or came. */
export type ListedPerson = {
  readonly person: string
  readonly name: string
  readonly direction?: string
  /** A seat is kept for them until they confirm it; absent once they came. */
  readonly offered?: true
  readonly checkIn?: CheckIn
}

/** Somebody whom whoever keeps a list looks for. */
export type ListedColleague = { readonly person: string; readonly name: string; readonly direction?: string }

/** Whether each word that was typed begins a word of the name. */
export function isNamed(name: string, typed: string): boolean {
  const parts = fold(name).split(/[\s'-]+/)
  const wanted = fold(typed).split(/[\s'-]+/)
  return wanted.every(word => parts.some(part => part.startsWith(word)))
}

type Named = { readonly person: string; readonly name: string }

/** By name as a reader would look for it, whatever the case and accents. */
export function byName(one: Named, other: Named): number {
  const [a, b] = [fold(one.name), fold(other.name)]
  return a < b ? -1 : a > b ? 1 : one.person < other.person ? -1 : 1
}
