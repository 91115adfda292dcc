import { IN_DOUBT } from './distress-doubt.ts'
import { BY_OTHERS } from './distress-others.ts'
import { TO_ONESELF } from './distress-self.ts'
import { EXAGGERATIONS, FIGURES } from './figures.ts'
import { holdsOutside, phrasesIn, wordsOfMessage } from './phrases.ts'

/** `sure`: contacts alone, and nothing is kept. `unsure`: contacts beside what can be done. */
export type DistressSign = 'sure' | 'unsure' | 'none'

const SURE = phrasesIn(`${TO_ONESELF}\n${BY_OTHERS}`)
const UNSURE = phrasesIn(IN_DOUBT)
const FIGURATIVE = phrasesIn(FIGURES)
const EXAGGERATED = phrasesIn(`${FIGURES}\n${EXAGGERATIONS}`)

/** What a phone leaves without its apostrophe or its vowel: no word begins with `j` or `m` and such a consonant. */
const RUN_TOGETHER =
  /^(?:([jm])([bcdfghklnpqrstvxz].{2,})|(j)(me|ne|ai|en|y|etais|avais|aurais|aimerais|ose|arrive|arrete|ecris|endure|essaie|essaye|espere)|(m)((?:insult|agress|envoi|engueul|attrap|attend|oblig|interdi|empech|etrangl|embrass|humili).*))$/u

/** The word, or the two that it is when typed in haste: « jveux », « jai », « minsulte ». */
function apart(word: string): readonly string[] {
  if (word.startsWith('chui')) return ['suis']
  const [, ...parts] = RUN_TOGETHER.exec(word) ?? []
  return parts.length > 0 ? parts.filter(part => part !== undefined) : [word]
}

/** Whether a message speaks of distress, violence or harassment. A figure of speech does not. */
export function distressIn(text: string): DistressSign {
  const words = wordsOfMessage(text).flatMap(apart)
  if (holdsOutside(SURE, EXAGGERATED, words)) return 'sure'
  return holdsOutside(UNSURE, FIGURATIVE, words) ? 'unsure' : 'none'
}
