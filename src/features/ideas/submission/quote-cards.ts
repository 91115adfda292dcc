import type { Words } from '../../../i18n/words.ts'
import { formCard } from '../card/form-cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'

/** Submission form filled in with a quoted message. It says whose name the idea will show. */
export function quoteCard(words: Words, axes: IdeaAxes, nonce: string, text: string) {
  const { template, data } = formCard(words, { ...axes, thresholds: [] }, nonce, undefined, { text })
  return { template, data: { ...data, footer: words.say('idea.quote.rules') } }
}
