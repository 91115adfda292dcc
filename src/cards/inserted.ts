import type { Words } from '../i18n/words.ts'

/**
 * States the time of the figures on a card that a person inserts into their own message: no bot can edit it there.
 * `act`: title of the button that shows the present state.
 */
export function asOf(words: Words, now: number, act: string): string {
  return words.say('inserted.as-of', { date: words.shortDay(now), time: words.time(now), act })
}
