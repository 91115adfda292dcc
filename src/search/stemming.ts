import snowball from 'snowball-stemmers'
import type { Language } from '../kernel/text/language.ts'
import { fold } from '../kernel/text/text.ts'
import { EVERYDAY, STOP_WORDS } from './stop-words.ts'

const LONGEST = 40
const MOST = 40
/** Letters of a word that its stem is made from: no ending is as long as what is left of them. */
const READ = 4 * LONGEST

const french = snowball.newStemmer('french')
const english = snowball.newStemmer('english')

/** Endings by which the French stemmer knows a word, in the spelling it expects: it reads them without accents, else. */
const ACCENTED: readonly (readonly [ending: RegExp, spelt: string])[] = [
  // « vélos », « menus »: it takes no s from a vowel other than e.
  [/(?<=..[aiou])s$/, ''],
  [/ee(s?)$/, 'ée$1'],
  [/ite(s?)$/, 'ité$1'],
  [/iere(s?)$/, 'ière$1'],
  [/erent$/, 'èrent'],
]
/** « covoiturer » and « covoiturage » are one thing to do, as are « limiter » and « limitons ». */
const LEFT = /(?<=.{5})(ag|e?on)$/
/** What is still one word to a reader once the stemmer is through with it. */
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

/** The language that more of its small words are in; French when none is. */
function languageOf(words: readonly string[]): Language {
  const of = (language: Language) => words.filter(word => STOP_WORDS[language].has(word)).length
  return of('en') > of('fr') ? 'en' : 'fr'
}

/**
 * What a text is about, whatever its accents, elisions, plurals and tenses: stems of its words, in order, each once, the
 * first 40; words that every text holds are left out.
 */
export function stemsOf(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const language = languageOf(words)
  const telling = words.filter(
    word => word.length > 1 && !STOP_WORDS[language].has(word) && !EVERYDAY.has(word),
  )
  const stem = language === 'fr' ? frenchStem : (word: string) => english.stem(word)
  const stems = new Set<string>()
  for (const word of new Set(telling)) {
    if (stems.size === MOST) break
    stems.add([...stem(word.slice(0, READ))].slice(0, LONGEST).join(''))
  }
  return [...stems]
}
