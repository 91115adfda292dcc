import { wordsIn } from '../../src/i18n/words.ts'
import type { CardOf } from '../../src/kernel/card.ts'
import type { Language } from '../../src/kernel/language.ts'
import { commonSamples } from './samples/common.ts'

const FEATURES = [commonSamples]

/** One sample at least of every card there is, in the programme's zone. */
export function allSamples(language: Language): CardOf[] {
  const words = wordsIn(language, 'Europe/Paris')
  return FEATURES.flatMap(samples => Object.values(samples(words)).flat())
}
