import { holdsOutside, phrasesIn, wordsOfMessage } from '../reading/phrases.ts'
import { IN_DOUBT } from './doubt.ts'
import { EXAGGERATIONS, FIGURES } from './figures.ts'
import { apart } from './haste.ts'
import { TO_ONESELF } from './oneself.ts'
import { BY_OTHERS } from './others.ts'

/** `sure`: contacts alone, and nothing is kept. `unsure`: contacts beside what can be done. */
export type DistressSign = 'sure' | 'unsure' | 'none'

const SURE = phrasesIn(`${TO_ONESELF}\n${BY_OTHERS}`)
const UNSURE = phrasesIn(IN_DOUBT)
const FIGURATIVE = phrasesIn(FIGURES)
const EXAGGERATED = phrasesIn(`${FIGURES}\n${EXAGGERATIONS}`)

/** Whether a message speaks of distress, violence or harassment. A figure of speech does not. */
export function distressIn(text: string): DistressSign {
  const words = wordsOfMessage(text).flatMap(apart)
  if (holdsOutside(SURE, EXAGGERATED, words)) return 'sure'
  return holdsOutside(UNSURE, FIGURATIVE, words) ? 'unsure' : 'none'
}
