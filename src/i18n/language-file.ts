import { LANGUAGES, type PartialLanguage, type WholeLanguage } from '../kernel/text/language.ts'
import { pluralRulesOf, type TextFault, textFault } from './language-text.ts'
import { nearest } from './overrides.ts'
import type { PartialCatalogue } from './partial.ts'
import { KEYS, messageAt } from './words.ts'

/** A file that is no language: the message is the end of a sentence that begins with the file. */
export class LanguageFault extends Error {
  override readonly name = 'LanguageFault'
}

/** What a contributor's file has. */
export type LanguageFile = {
  readonly id: PartialLanguage
  readonly language: string
  readonly fallback: WholeLanguage
  /** Without the texts that have a fault. */
  readonly catalogue: PartialCatalogue
  /** In the order of the file. */
  readonly faults: readonly TextFault[]
  /** Keys whose text the fallback says. */
  readonly missing: readonly string[]
  /** Plural forms that the language has and a text leaves to « other », by key. */
  readonly unbranched: readonly string[]
}

/** Bytes of a file. */
export const LARGEST = 2_000_000
/** More than the catalogue will ever have. */
const MOST_TEXTS = 10_000
const HEAD = ['fallback', 'language', 'name', 'texts'] as const

type Head = { readonly [part in (typeof HEAD)[number]]: unknown }

function decoded(bytes: Uint8Array): string {
  if (bytes.length > LARGEST) throw new LanguageFault(`is larger than ${LARGEST / 1_000_000} MB`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LanguageFault('is no text in UTF-8: save it in that encoding')
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function headOf(text: string): Head {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    throw new LanguageFault(`is no JSON: ${(error as Error).message.slice(0, 120)}`)
  }
  if (!isMap(read)) throw new LanguageFault(`holds no map of ${HEAD.join(', ')}`)
  const known: readonly string[] = HEAD
  const strange = Object.keys(read).find(part => !known.includes(part))
  if (strange !== undefined)
    throw new LanguageFault(`has "${strange.slice(0, 40)}", which is none of ${HEAD.join(', ')}`)
  const lacking = HEAD.find(part => !Object.hasOwn(read, part))
  if (lacking !== undefined) throw new LanguageFault(`lacks "${lacking}"`)
  return read as Head
}

function languageOf({ language }: Head): string {
  if (typeof language !== 'string' || !/^[a-z]{2,3}$/.test(language))
    throw new LanguageFault('says no "language" of two or three small letters, such as "br"')
  if ((LANGUAGES as readonly string[]).includes(language))
    throw new LanguageFault(`is of "${language}", which the app has whole: change a text in the method file`)
  return language
}

function nameOf({ name }: Head): string {
  if (typeof name !== 'string' || !/^[\p{L}\p{M}’' -]{1,40}$/u.test(name) || name.trim() === '')
    throw new LanguageFault('says no "name" of 1 to 40 letters: what the language calls itself')
  return name.trim()
}

function fallbackOf({ fallback }: Head): WholeLanguage {
  const found = LANGUAGES.find(language => language === fallback)
  if (!found) throw new LanguageFault(`says no "fallback", which is ${LANGUAGES.join(' or ')}`)
  return found
}

function textsOf({ texts }: Head): readonly (readonly [key: string, text: unknown])[] {
  if (!isMap(texts)) throw new LanguageFault('has no map of "texts" by key')
  const found = Object.entries(texts)
  if (found.length > MOST_TEXTS) throw new LanguageFault(`has more than ${MOST_TEXTS} texts`)
  return found
}

/** What is wrong with the text at `key`, and which plural forms it leaves out. */
function checked(key: string, text: unknown, how: Parameters<typeof textFault>[2]) {
  if (!KNOWN.has(key))
    return { fault: { key: key.slice(0, 80), what: `is no text of the app; "${nearest(key)}" is` } }
  return textFault(key, text, how)
}

const KNOWN: ReadonlySet<string> = new Set(KEYS)

/**
 * Reads and checks a contributor's language file: JSON of `language` (ISO 639), `name`, `fallback` and `texts` by key.
 * @throws LanguageFault when it is no such file; what is wrong with single texts is in `faults`
 */
export function readLanguageFile(bytes: Uint8Array): LanguageFile {
  const head = headOf(decoded(bytes))
  const [language, name, fallback] = [languageOf(head), nameOf(head), fallbackOf(head)]
  const rules = pluralRulesOf(language, fallback)
  const texts: Record<string, string> = {}
  const faults: TextFault[] = []
  const unbranched: string[] = []
  for (const [key, text] of textsOf(head)) {
    const { fault, lacking } = checked(key, text, { fallback, rules })
    if (fault) faults.push(fault)
    else texts[key] = String(text)
    if (lacking) unbranched.push(`${key}: ${lacking}`)
  }
  const missing = KEYS.filter(key => !Object.hasOwn(texts, key))
  return {
    id: `${fallback}-x-${language}`,
    language,
    fallback,
    catalogue: { name, rules, texts },
    faults,
    missing,
    unbranched,
  }
}

/** A file to begin with, or to go on with: what is missing, said as the fallback says it. */
export function stillToSay({ fallback, missing }: Pick<LanguageFile, 'fallback' | 'missing'>): string {
  return JSON.stringify(
    Object.fromEntries(missing.map(key => [key, messageAt(key, fallback) ?? ''])),
    undefined,
    2,
  )
}
