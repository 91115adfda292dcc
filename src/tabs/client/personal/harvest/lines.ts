import { countGraphemes } from '../../../../kernel/text/graphemes.ts'
import type { LineInput } from '../../../contract/ideas/harvest.ts'

/** What an idea may hold, in characters as a person counts them. */
export const LIMIT = 280
/** Code units, however they make up characters: the server reads no more. */
const MOST_UNITS = 4_000
/** As many as a phone keeps, and a workshop takes. */
export const MOST_KEPT = 2_000

/** What holds for all lines until it is chosen otherwise. */
export type LinePresets = Required<Pick<LineInput, 'axis' | 'table' | 'by' | 'name'>>
/** What of a line its typist sees to, and what is minted for it. */
type TypedLine = LinePresets & { readonly key: string; readonly text: string; readonly at: number }

/**
 * A line until it is accepted. `kept`: it waits to be sent; `undo`: to be taken back; `duplicate`, `refused`: it was sent, and
 * somebody has to look at it. `tried`: it may have arrived already.
 */
export type QueuedLine = LinePresets & {
  readonly key: string
  readonly text: string
  readonly anyway: boolean
  readonly state: 'kept' | 'undo' | 'duplicate' | 'refused'
  readonly tried: boolean
  /** Why it was refused, or the idea that says the same. */
  readonly why: string
  /** Of the refusal, where one may be done otherwise. */
  readonly code?: string
  /** Milliseconds. */
  readonly at: number
}

// What a list that was pasted puts before each of its lines.
const BULLET = /^\s*(?:[-*•–—▪◦]|\d{1,2}[.)])\s+/u

/** The ideas of a text, one a line. */
export function ideasIn(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .map(line => line.replace(BULLET, '').replace(/\s+/gu, ' ').trim())
    .filter(line => line !== '')
}

export function isLong(text: string): boolean {
  // Most lines are short, and counting letters as a person does takes its time.
  return text.length > LIMIT && (text.length > MOST_UNITS || countGraphemes(text) > LIMIT)
}

/** A line that waits to be sent for the first time. */
export function newLine(typed: TypedLine): QueuedLine {
  return { ...typed, anyway: false, state: 'kept', tried: false, why: '' }
}
