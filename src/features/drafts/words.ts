import { fold } from '../../kernel/text/text.ts'

/** Words of a text, as typed. */
export const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The same folded, elisions apart. */
export const foldedIn = (text: string): readonly string[] => wordsIn(fold(text))

export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Sentences of a text; one that is not ended counts. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…])\s+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => /\p{L}/u.test(sentence))
}
