import type { Key } from '../../../../i18n/words.ts'
import type { Translator } from './translator.ts'

const LONGEST = 80

/**
 * A button's name for those who hear buttons without what surrounds them: « Soutenir : Un banc devant chaque accueil ».
 * It begins with the word on the button, as who speaks to the page says that word. `day` (ms) tells apart the days of a
 * series, which have one title.
 */
export function actName(translator: Translator, act: Key, text: string, day?: number): string {
  return nameOf(translator, translator.say(act), text, day)
}

/** The same of words that are no key: « Commenter · 3 ». */
export function nameOf({ say, shortDay }: Translator, act: string, text: string, day?: number): string {
  const letters = [...text]
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text
  return say('tab.act', { act, text: day === undefined ? short : `${short}, ${shortDay(day)}` })
}
