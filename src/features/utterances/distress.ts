import { FIGURES, SURE, UNSURE } from './distress-signs.ts'
import { holds, withoutPhrases, wordsOfMessage } from './phrases.ts'

/** `sure`: contacts alone, and nothing is kept. `unsure`: contacts beside what can be done. */
export type DistressSign = 'sure' | 'unsure' | 'none'

/** Whether a message speaks of distress, violence or harassment. A figure of speech does not. */
export function distressIn(text: string): DistressSign {
  const said = wordsOfMessage(text)
  const words = withoutPhrases(FIGURES, said)
  if (holds(SURE, words)) return 'sure'
  return holds(UNSURE, words) ? 'unsure' : 'none'
}
