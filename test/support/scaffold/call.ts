import { parseArgs } from 'node:util'
import { MOST_MONTHS } from '../../../src/features/programme/retention/domain.ts'

/** What one may choose of a feature: its typed words, English and French, and for how many months its texts are kept. */
export type Choices = { readonly word?: string; readonly fr?: string; readonly months?: number }

export type Call =
  | { readonly kind: 'help' }
  | { readonly kind: 'feature'; readonly name: string; readonly choices: Choices }
  | { readonly kind: 'room'; readonly path: string }

export const USAGE =
  'npm run new -- feature NAME [--word ENGLISH] [--fr FRENCH] [--months N] writes a feature, and ' +
  'npm run new -- room FEATURE/NAME a room of one: see CONTRIBUTING.md, « Recipe ».'

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  word: { type: 'string' },
  fr: { type: 'string' },
  months: { type: 'string' },
} as const

/** @throws Error with a sentence, where an option is unknown or has no value */
function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    throw new Error(USAGE)
  }
}

function monthsOf(given: string): number {
  const months = /^[1-9]\d{0,2}$/.test(given) ? Number(given) : 0
  if (months === 0 || months > MOST_MONTHS)
    throw new Error(`« ${given} » is no number of months: from 1 to ${MOST_MONTHS}, such as --months 12`)
  return months
}

/** What was asked for. @throws Error with a sentence, where it is not clear */
export function callOf(args: readonly string[]): Call {
  const { values, positionals } = read(args)
  const { help = false, word, fr, months } = values
  if (help) return { kind: 'help' }
  const [kind, name, ...more] = positionals
  if (name === undefined || more.length > 0) throw new Error(USAGE)
  if (kind === 'feature') {
    const words = { ...(word !== undefined && { word }), ...(fr !== undefined && { fr }) }
    return { kind, name, choices: { ...words, ...(months !== undefined && { months: monthsOf(months) }) } }
  }
  if (kind !== 'room') throw new Error(USAGE)
  if (word !== undefined || fr !== undefined || months !== undefined)
    throw new Error(
      '--word, --fr and --months are for a feature: a room has no command and keeps no text yet',
    )
  return { kind, path: name }
}
