import snowball from 'snowball-stemmers'
import type { WholeLanguage } from '../kernel/text/language.ts'
import { fold } from '../kernel/text/text.ts'
import { EVERYDAY, STOP_WORDS } from './stop-words.ts'

const LONGEST = 40
const MOST = 40
/** Letters of a word that are stemmed: no ending is longer than the rest. */
const READ = 4 * LONGEST

const french = snowball.newStemmer('french')
const english = snowball.newStemmer('english')

/** Restores accents in endings: texts are folded, and the French stemmer recognises these only with accents. */
const ACCENTED: readonly (readonly [ending: RegExp, spelt: string])[] = [
  // « vélos », « usagers », « crédits », « jeux »: the stemmer leaves the mark of the plural, or takes another ending for it.
  [/(?<=..[^s])s$/, ''],
  [/(?<=^.{1,3}eu)x$/, ''],
  [/ee(s?)$/, 'ée$1'],
  [/ite(s?)$/, 'ité$1'],
  [/iere(s?)$/, 'ière$1'],
  [/erent$/, 'èrent'],
]
/** « covoiturer » and « covoiturage » share a stem, as do « limiter » and « limitons ». */
const LEFT = /(?<=.{5})(ag|e?on)$/
/** Synonyms, and forms of one word, that the stemmer keeps apart. */
const ALIKE: Readonly<Record<string, string>> = {
  email: 'courriel',
  mail: 'courriel',
  nouveau: 'nouvel',
  teletravaill: 'teletravail',
  traval: 'travail',
}

function frenchStem(word: string): string {
  const spelt = ACCENTED.reduce((text, [ending, accented]) => text.replace(ending, accented), word)
  const stem = fold(french.stem(spelt))
  const root = stem.replace(LEFT, '')
  return Object.hasOwn(ALIKE, root) ? (ALIKE[root] ?? root) : root
}

/** WholeLanguage detection: the language with more stop words in the text; French on a tie. */
export function languageOf(words: readonly string[]): WholeLanguage {
  const of = (language: WholeLanguage) => words.filter(word => STOP_WORDS[language].has(word)).length
  return of('en') > of('fr') ? 'en' : 'fr'
}

const STEMMERS: Readonly<Record<WholeLanguage, (word: string) => string>> = {
  fr: frenchStem,
  en: word => english.stem(word),
}

/** Whether a folded word says something by itself in the language. */
export function isTelling(word: string, language: WholeLanguage): boolean {
  return word.length > 1 && !STOP_WORDS[language].has(word) && !EVERYDAY.has(word)
}

/** Stem of one folded word. */
export function stemOf(word: string, language: WholeLanguage): string {
  return [...STEMMERS[language](word.slice(0, READ))].slice(0, LONGEST).join('')
}

/**
 * Stems of a text, ignoring accents, elisions, plurals and tenses: in order, each once, the first 40, without stop
 * words.
 */
export function stemsOf(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const language = languageOf(words)
  const stems = new Set<string>()
  for (const word of new Set(words.filter(each => isTelling(each, language)))) {
    if (stems.size === MOST) break
    stems.add(stemOf(word, language))
  }
  return [...stems]
}

/** What a word, or a few that belong together, is looked for by: equal for two forms of it, '' for one that tells nothing. */
export function stemKey(words: string): string {
  return stemsOf(words).toSorted().join(' ')
}
