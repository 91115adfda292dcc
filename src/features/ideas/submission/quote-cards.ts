import type { Words } from '../../../i18n/words.ts'
import { formCard } from '../card/form-cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'

/** The form of an idea with somebody's words in it. It says whose name will stand on the idea. */
export function quoteCard(words: Words, axes: IdeaAxes, nonce: string, text: string) {
  const { template, data } = formCard(words, axes, nonce, undefined, { text })
  return { template, data: { ...data, footer: words.say('idea.quote.rules') } }
}
