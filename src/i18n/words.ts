import { type Language, type WholeLanguage, wholeOf } from '../kernel/text/language.ts'
import { dayText, monthText, timeText } from './dates.ts'
import { en } from './en/index.ts'
import { format, number, share } from './format.ts'
import { fr } from './fr/index.ts'
import { BUILT_IN, type PartialCatalogues, partialText } from './partial.ts'
import type { SayParams } from './people-counts.ts'

export type Key = keyof typeof fr

export const KEYS = Object.keys(fr) as readonly Key[]

const catalogues: Record<WholeLanguage, Record<string, string>> = { fr, en }

/** The programme's own texts, by key of the catalogue: see overrides.ts. */
export type WordOverrides = Readonly<Record<WholeLanguage, Readonly<Record<string, string>>>>

const NONE: WordOverrides = { fr: {}, en: {} }

/** Translator for one language, in the programme's time zone. */
export type Words = {
  /** In which dates, titles of the method file and files are. */
  readonly language: WholeLanguage
  /** In which texts are, as far as it has them: for a card drawn beside. */
  readonly spoken: Language
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

type Message = {
  readonly text: string
  /** By whose rules its plurals are chosen. */
  readonly rules: string
}

/** The programme's own text before that of a partial language: it says what is true there. */
function messageIn(
  key: string,
  language: Language,
  overrides: WordOverrides,
  partials: PartialCatalogues,
): Message | undefined {
  const whole = wholeOf(language)
  const own = overrides[whole][key]
  const some = own === undefined && language !== whole ? partialText(key, language, partials) : undefined
  if (some) return some
  const text = own ?? catalogues[whole][key]
  return text === undefined ? undefined : { text, rules: whole }
}

/** The raw message at `key`, or undefined: for templates, which name keys as text. */
export function messageAt(
  key: string,
  language: Language,
  overrides = NONE,
  partials = BUILT_IN,
): string | undefined {
  return messageIn(key, language, overrides, partials)?.text
}

export function wordsIn(spoken: Language, zone: string, overrides = NONE, partials = BUILT_IN): Words {
  const language = wholeOf(spoken)
  const say: Words['say'] = (key, ...[params = {}]) => {
    const { text, rules } = messageIn(key, spoken, overrides, partials) ?? { text: key, rules: language }
    return format(text, params, rules)
  }
  return {
    language,
    spoken,
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
