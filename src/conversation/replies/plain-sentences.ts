import type { Words } from '../../i18n/words.ts'

/** Plain sentences for when no card can be rendered. */
export function sentencesIn(words: Words) {
  const fault = (ref: string) => words.say('error.fault', { ref })
  return { title: words.say('app.name'), unknown: words.say('unknown'), fault }
}
