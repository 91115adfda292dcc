import { SURE, UNSURE } from './distress-signs.ts'
import { FIGURES } from './figures.ts'
import { holdsOutside, wordsOfMessage } from './phrases.ts'

/** `sure`: contacts alone, and nothing is kept. `unsure`: contacts beside what can be done. */
export type DistressSign = 'sure' | 'unsure' | 'none'

/** Whether a message speaks of distress, violence or harassment. A figure of speech does not. */
export function distressIn(text: string): DistressSign {
  const words = wordsOfMessage(text)
  if (holdsOutside(SURE, FIGURES, words)) return 'sure'
  return holdsOutside(UNSURE, FIGURES, words) ? 'unsure' : 'none'
}
