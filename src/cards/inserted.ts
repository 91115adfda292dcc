import type { Words } from '../i18n/words.ts'

/**
 * From when the figures are on a card that somebody put into a message of theirs: no bot can edit it.
 * `act`: the title of the button that shows how things stand at the time it is pressed.
 */
export function asOf(words: Words, now: number, act: string): string {
  return words.say('inserted.as-of', { date: words.shortDay(now), time: words.time(now), act })
}
