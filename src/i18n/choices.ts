import { LANGUAGES, type Language, wholeOf } from '../kernel/text/language.ts'
import { BUILT_IN, type PartialCatalogues } from './partial.ts'
import { KEYS, messageAt } from './words.ts'

/** One that somebody may choose, by its own name. `percent`: how many of the texts a contributor's file has. */
type LanguageChoice = { readonly id: Language; readonly name: string; readonly percent?: number }

const nameOf = (language: Language): string => messageAt(`language.${language}`, language) ?? language

/** Per cent of the texts, rounded down from one on: what lacks a text is never whole, what has one never nothing. */
export function percentOf(count: number): number {
  const percent = (100 * count) / KEYS.length
  return percent < 1 ? percent : Math.floor(percent)
}

/** Whole languages, each before what the app itself has of it; then those of contributors. */
export function languageChoices(partials: PartialCatalogues): readonly LanguageChoice[] {
  const [own, given] = [[...BUILT_IN], [...partials].filter(([id]) => !BUILT_IN.has(id))]
  return [
    ...LANGUAGES.flatMap(whole => [
      { id: whole, name: nameOf(whole) },
      ...own.filter(([id]) => wholeOf(id) === whole).map(([id, { name }]) => ({ id, name })),
    ]),
    ...given.map(([id, { name, texts }]) => ({ id, name, percent: percentOf(Object.keys(texts).length) })),
  ]
}
