import type { Language } from '../kernel/text/language.ts'
import { dayText, monthText, timeText } from './dates.ts'
import { en } from './en/index.ts'
import { format, number, share } from './format.ts'
import { fr } from './fr/index.ts'
import type { SayParams } from './people-counts.ts'

export type Key = keyof typeof fr

export const KEYS = Object.keys(fr) as readonly Key[]

const catalogues: Record<Language, Record<string, string>> = { fr, en }

/** The programme's own texts, by key of the catalogue: see overrides.ts. */
export type WordOverrides = Readonly<Record<Language, Readonly<Record<string, string>>>>

const NONE: WordOverrides = { fr: {}, en: {} }

/** Translator for one language, in the programme's time zone. */
export type Words = {
  readonly language: Language
  readonly zone: string
  /** The message at `key`. Parameters are plain values, or text already escaped for where it will stand. */
  readonly say: <K extends Key>(key: K, ...values: SayParams<K>) => string
  readonly number: (value: number) => string
  /** « 22 % », « moins de 1 % » */
  readonly share: (part: number, whole: number) => string
  /** « jeudi 22 avril 2027 » */
  readonly day: (ms: number) => string
  /** « jeudi 22 avril » */
  readonly shortDay: (ms: number) => string
  /** « avril 2027 » */
  readonly month: (ms: number) => string
  /** « 9 h 30 » */
  readonly time: (ms: number) => string
}

/** The raw message at `key`, or undefined: for templates, which name keys as text. */
export function messageAt(key: string, language: Language, overrides = NONE): string | undefined {
  return overrides[language][key] ?? catalogues[language][key]
}

export function wordsIn(language: Language, zone: string, overrides = NONE): Words {
  const say: Words['say'] = (key, ...[params = {}]) =>
    format(messageAt(key, language, overrides) ?? key, params, language)
  return {
    language,
    zone,
    say,
    number: value => number(value, language),
    share: (part, whole) => share(part, whole, language, say('share.least')),
    day: ms => dayText(ms, language, zone),
    shortDay: ms => dayText(ms, language, zone, false),
    month: ms => monthText(ms, language, zone),
    time: ms => timeText(ms, language, zone),
  }
}
