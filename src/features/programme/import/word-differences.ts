import { LANGUAGES, type WholeLanguage } from '../../../kernel/text/language.ts'
import type { WordRules } from '../programme/domain.ts'
import type { MethodDifference } from './domain.ts'

const NAMES: Readonly<Record<WholeLanguage, string>> = { fr: 'French', en: 'English' }

/** Changes of the programme's own texts. */
export function wordDifferences(before: WordRules, after: WordRules): MethodDifference[] {
  return LANGUAGES.flatMap(language => {
    const keys = new Set([...Object.keys(before[language]), ...Object.keys(after[language])])
    return [...keys].sort().flatMap((key): MethodDifference[] => {
      const [former, later] = [before[language][key], after[language][key]]
      if (former === later) return []
      const text = `The text "${key}" in ${NAMES[language]}`
      const said = {
        of: 'text' as const,
        id: key,
        facet: language,
        ...(former !== undefined && { from: former }),
      }
      if (later === undefined)
        return [
          { sentence: `${text} is the catalogue’s own again.`, said: { ...said, act: 'removed' as const } },
        ]
      const act = former === undefined ? ('added' as const) : ('changed' as const)
      return [{ sentence: `${text} becomes "${later}".`, said: { ...said, act, to: later } }]
    })
  })
}
