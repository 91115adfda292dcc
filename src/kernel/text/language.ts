/** Every text is written in each of these. */
export const LANGUAGES = ['fr', 'en'] as const
export type WholeLanguage = (typeof LANGUAGES)[number]

/**
 * It has some of the texts; the others are said in the language that its name begins with. The name is a valid BCP 47 tag,
 * which Intl reads as that language: `fr-simple`, and `fr-x-br` for a file in Breton beside French.
 */
export type PartialLanguage = `${WholeLanguage}-${string}`

/** In what somebody is addressed. What stands before several is in a whole language. */
export type Language = WholeLanguage | PartialLanguage

/** French by the rules of plain language. */
export const SIMPLE = 'fr-simple'

/** The language itself, or that to which a partial one falls back. */
export function wholeOf(language: Language): WholeLanguage {
  return language.startsWith('en') ? 'en' : 'fr'
}

/** The first word to a person: French unless the client clearly speaks English. */
export function languageOf(locale: string | undefined): WholeLanguage {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'fr'
}
