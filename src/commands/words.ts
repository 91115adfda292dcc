import '../node-version.ts'

import { parseArgs } from 'node:util'
import { percentOf } from '../i18n/choices.ts'
import { LanguageFault, type LanguageFile, stillToSay } from '../i18n/language-file.ts'
import { readLanguage } from '../i18n/language-folder.ts'
import { KEYS } from '../i18n/words.ts'
import { attempt, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'

const HELP = `npm run words -- check FILE [--missing]

Looks at a language file that a contributor brought: JSON in UTF-8, 2 MB at most, of

  language   two or three small letters (ISO 639), such as "br"
  name       what the language calls itself
  fallback   "fr" or "en": says what the file does not
  texts      the texts, by the keys of src/i18n/fr/

Says of each text what is wrong: a key that the app does not have, a brace that is not
closed, a $ before one, HTML or a link, other values in braces than French has, a plural
with a form that the language does not have, a text that is too long for its button. Such
a text is not used: the fallback says it. Then how many of the texts there are, and which
plural forms a text leaves to "other". What is missing is no fault: the language is then
marked as partial where people choose it.

With --missing only what is missing, as JSON by key, in the words of the fallback: to be
translated and put under "texts". Nothing is translated by machine. To use the file, put
it into the server's WORDS_FOLDER and start it again.

Touches no database. Ends with 0 when all of the file can be used, 1 when it holds a
fault or is no language file, 2 when it could not be tried.
`

/** Faults and remarks that are printed; whoever corrects these runs it again. */
const LISTED = 100

type Asked = { readonly file: string; readonly missing: boolean; readonly help: boolean }

function parsed(args: readonly string[]) {
  const options = { missing: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args)
  const [verb = '', file = '', ...more] = positionals
  const { help = false, missing = false } = values
  if (help) return { file, missing, help }
  if (verb !== 'check' || file === '' || more.length > 0) throw new UsageFault(HELP)
  return { file, missing, help }
}

const count = (value: number) => value.toLocaleString('en')

/** « 412 of 3,106 texts, 13 %: partial. » */
export function completeness({ missing }: Pick<LanguageFile, 'missing'>): string {
  const had = KEYS.length - missing.length
  const whole = missing.length === 0 ? 'whole' : 'partial'
  return `${count(had)} of ${count(KEYS.length)} texts, ${Math.floor(percentOf(had))} %: ${whole}.`
}

/** How many texts are missing by the first word of their keys, the most first. */
function missingLine({ missing }: LanguageFile): readonly string[] {
  const words = new Map<string, number>()
  for (const key of missing) {
    const word = key.split('.')[0] ?? key
    words.set(word, (words.get(word) ?? 0) + 1)
  }
  const sorted = [...words].sort(([one, many], [other, more]) => more - many || one.localeCompare(other))
  return sorted.length === 0 ? [] : [`Missing: ${sorted.map(([word, of]) => `${word} ${of}`).join(', ')}.`]
}

function listed(lines: readonly string[]): readonly string[] {
  const rest = lines.length - LISTED
  return rest > 0 ? [...lines.slice(0, LISTED), `and ${count(rest)} more`] : lines
}

function pluralLines({ unbranched, catalogue }: LanguageFile): readonly string[] {
  if (unbranched.length === 0) return []
  const head = `Plurals that leave a form of "${catalogue.rules}" to "other", which is right where both read alike:`
  return [head, ...listed(unbranched.map(each => `  ${each}`))]
}

function rulesLine({ language, catalogue }: LanguageFile): readonly string[] {
  if (catalogue.rules === language) return []
  return [`No plural rules of "${language}" are known here: those of "${catalogue.rules}" choose.`]
}

function report(file: LanguageFile): readonly string[] {
  return [
    ...listed(file.faults.map(({ key, what }) => `${key}: ${what}`)),
    ...rulesLine(file),
    ...pluralLines(file),
    ...missingLine(file),
    `${file.catalogue.name}, beside "${file.fallback}": ${completeness(file)}`,
  ]
}

function check({ file, missing }: Asked, say: Say, complain: Say): number {
  try {
    const read = readLanguage(file)
    if (missing) say(stillToSay(read))
    else for (const line of report(read)) say(line)
    return read.faults.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof LanguageFault)) throw error
    complain(`${file} ${error.message}.`)
    return 1
  }
}

/** Entry point. `say` gets stdout lines, `complain` why the file is none or could not be read. @returns the exit code */
export async function words(args: readonly string[], say: Say, complain: Say): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args)
    if (!asked.help) return check(asked, say, complain)
    say(HELP)
    return 0
  })
}

if (import.meta.main) {
  process.exitCode = await words(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
