import { LANGUAGES, type Language } from '../../kernel/language.ts'
import type { WordRules } from './domain.ts'

const NAMES: Readonly<Record<Language, string>> = { fr: 'French', en: 'English' }

/** What changes in the texts that a programme says in its own words. */
export function wordDifferences(before: WordRules, after: WordRules): { readonly sentence: string }[] {
  return LANGUAGES.flatMap(language => {
    const keys = new Set([...Object.keys(before[language]), ...Object.keys(after[language])])
    return [...keys].sort().flatMap(key => {
      const [former, later] = [before[language][key], after[language][key]]
      if (former === later) return []
      const text = `The text "${key}" in ${NAMES[language]}`
      if (later === undefined) return [{ sentence: `${text} is the catalogue’s own again.` }]
      return [{ sentence: `${text} becomes "${later}".` }]
    })
  })
}
