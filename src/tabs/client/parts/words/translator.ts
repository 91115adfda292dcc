import catalogues, { type Catalogues } from 'virtual:words'
import { dayText, timeText } from '../../../../i18n/dates.ts'
import { format, share } from '../../../../i18n/format.ts'
import type { SayParams } from '../../../../i18n/people-counts.ts'
import type { Key } from '../../../../i18n/words.ts'
import { LANGUAGES, type WholeLanguage } from '../../../../kernel/text/language.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'

/** The page's voice: one language, the programme's time zone. */
export type Translator = {
  readonly language: WholeLanguage
  readonly zone: string
  readonly say: <K extends Key>(key: K, ...values: SayParams<K>) => string
  /** « jeudi 22 avril » */
  readonly shortDay: (ms: number) => string
  /** « 9 h 30 » */
  readonly time: (ms: number) => string
  /** « 22 % », « 22% », « moins de 1 % » */
  readonly share: (part: number, whole: number) => string
}

type Said = Readonly<Record<string, string>>
type Partial = NonNullable<ProgrammeView['partial']>

const known: Record<WholeLanguage, Record<string, string>> = { fr: {}, en: {} }

/** Adds the texts of a lazily loaded part before it uses them. */
export function learn(words: Catalogues): void {
  const keys = words.keys.split(' ')
  for (const language of LANGUAGES)
    for (const [at, text] of words[language].split('\n').entries()) known[language][keys[at] ?? ''] = text
}

learn(catalogues)

/**
 * `words`: what the programme says in place of the page's own, once it is known; `partial`: what a language says that has
 * some of the texts and leaves the others as they are.
 */
export function translatorIn(
  language: WholeLanguage,
  zone: string,
  words: Said = {},
  partial?: Partial,
): Translator {
  const { texts = {}, rules = language } = partial ?? {}
  const say: Translator['say'] = (key, ...[params = {}]) =>
    words[key] === undefined && texts[key] !== undefined
      ? format(texts[key], params, rules)
      : format(words[key] ?? known[language][key] ?? key, params, language)
  return {
    language,
    zone,
    say,
    shortDay: ms => dayText(ms, language, zone, false),
    time: ms => timeText(ms, language, zone),
    share: (part, whole) => share(part, whole, language, say('share.least')),
  }
}
