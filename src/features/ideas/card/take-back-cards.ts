import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { IdeaSeen } from '../idea/domain.ts'

/** Always with its date: a card may stay in a chat for weeks, and a time alone would be read as today's. `ms`: milliseconds. */
export function momentOf(words: Words, ms: number) {
  return { date: words.shortDay(ms), time: words.time(ms) }
}

/**
 * Until when the last decision or answer can be undone; for who may not undo it, when others will see it, and by whom
 * it is.
 */
export function untoldText(words: Words, idea: IdeaSeen): string | undefined {
  const { decision, answer } = idea.untold ?? {}
  const last = [
    ...(decision ? [{ ...decision, name: idea.deciderName, may: idea.mayDecide }] : []),
    ...(answer ? [{ ...answer, name: idea.answererName, may: idea.mayAnswer }] : []),
  ].toSorted((a, b) => b.at - a.at)[0]
  if (!last) return undefined
  const at = momentOf(words, last.until)
  if (last.may) return words.say('idea.untold.until.dated', at)
  return words.say('idea.untold.by.dated', { ...at, name: safe(last.name) })
}
