import { wordsIn } from '../../src/i18n/words.ts'
import type { WholeLanguage } from '../../src/kernel/text/language.ts'
import type { Translator } from '../../src/tabs/client/parts/words/translator.ts'

/** The page's voice, from the whole catalogue: the page's own holds what its build chose. */
export function voice(language: WholeLanguage): Translator {
  const { zone, say, shortDay, time, share } = wordsIn(language, 'Europe/Paris')
  return { language, zone, say, shortDay, time, share }
}
