import { createHash } from 'node:crypto'
import { Refusal } from '../errors/refusal.ts'
import { countGraphemes } from './graphemes.ts'

// Controls draw nothing and break parsers; bidi overrides and isolates reach beyond the text that holds them.
// Left-to-right and right-to-left marks (U+200E, U+200F) stay: real names need them.
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Bound of recursion: deeper than any card or form nests. */
const DEEPEST = 20

const isNested = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

/** Whether `withoutNul` would change anything: hardly ever. */
function hasNul(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.includes('\u0000')
  if (!isNested(value)) return false
  return depth === DEEPEST || Object.values(value).some(each => hasNul(each, depth + 1))
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '')
  if (!isNested(value)) return value
  if (depth === DEEPEST) return undefined
  if (Array.isArray(value)) return value.map(each => cleaned(each, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cleaned(each, depth + 1)]))
}

/**
 * JSON input without U+0000 in any text, which PostgreSQL cannot store. What lies deeper than 20 levels is left out.
 * @returns the same value where there is nothing to leave out
 */
export function withoutNul<T>(value: T): T {
  return hasNul(value, 0) ? (cleaned(value, 0) as T) : value
}

/**
 * Splits runs of more than thirty combining marks by an invisible joiner: normalisation sorts them, at the square of
 * their number. Source: UAX #15, 13 (Stream-Safe Text Process).
 */
const STACKED = /(?:(?!\u034F)\p{M}){30}(?=(?!\u034F)\p{M})/gu

/**
 * Normalises one line of user text: composed (NFC), without controls or bidi overrides, white space folded, lone
 * surrogates replaced.
 */
export function cleanLine(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\t\n\r]/g, ' ')
      // Removed before combining marks are counted: an invisible character between them would split a run only until
      // it is gone.
      .replace(INVISIBLE, '')
      .replace(STACKED, '$&\u034F')
      .normalize('NFC')
      .replace(/ {2,}/g, ' ')
      .trim()
  )
}

// A text needs at least one of these to be visible: marks and joiners alone draw nothing.
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Code units a character may take on average: beyond it, combining marks are being stacked. */
const UNITS = 16

/**
 * One cleaned line of at most `max` characters, as a person counts them.
 * @throws Refusal `empty-text` when nothing of it can be seen, `too-long` with `{count}` and `{max}`.
 */
export function lineWithin(text: string, max: number): string {
  const line = cleanLine(text)
  if (!VISIBLE.test(line)) throw new Refusal('empty-text')
  const count = line.length > max * UNITS ? line.length : countGraphemes(line)
  if (count > max) throw new Refusal('too-long', { count, max })
  return line
}

/**
 * Capitalises the first letter of a sentence; the rest stays as typed. So does a first word with a capital of its
 * own, such as « eForm ».
 */
export function capitalised(text: string): string {
  const [first = ''] = text
  const [word = ''] = text.split(' ', 1)
  const capital = first.toUpperCase()
  const rest = text.slice(first.length)
  // « ß » has no capital of one letter.
  const kept = [...capital].length !== 1 || /\p{Lu}/u.test(word)
  return kept ? text : capital + rest
}

/** Several lines of user text, each cleaned, empty ones dropped. */
export function cleanLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .map(cleanLine)
    .filter(line => line !== '')
}

/**
 * Start index of the run at the text's end whose letters each match `letter`; the text's length where there is none.
 * A regular expression ending in `$` would restart within each run, which costs the square of its length.
 */
export function runAtEnd(text: string, letter: RegExp): number {
  let at = text.length
  while (at > 0 && letter.test(text.charAt(at - 1))) at -= 1
  return at
}

/** Normal form for comparing, never for showing: case, accents, apostrophes and spacing are folded. */
export function fold(text: string): string {
  return cleanLine(text)
    .replace(/\s+/gu, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´ʼ]/gu, "'")
    .toLowerCase()
}

/** Short hash of a text, the same for texts that fold alike. Kept for minutes to detect a repeat; not reversible. */
export function fingerprint(...parts: string[]): string {
  return createHash('sha256').update(parts.map(fold).join('\u0000')).digest('base64url').slice(0, 22)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes HTML, for text between tags or within double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, letter => ENTITIES[letter] ?? letter)
}
