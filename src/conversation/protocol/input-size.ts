import { Refusal } from '../../kernel/errors/refusal.ts'

/** Letters of one text that anybody looks at: the longest list of ids that a form may send, and far more than it takes of words. */
export const MOST_LETTERS = 40_000

/** Whether each text in what arrived as JSON, names of fields too, is of `most` letters at most. */
function fits(value: unknown, most: number): boolean {
  if (typeof value === 'string') return value.length <= most
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, each]) => name.length <= most && fits(each, most))
}

/** Asked before any of it is worked on. @throws Refusal `too-large` when a text is longer than that */
export function checkLetters(value: unknown, most = MOST_LETTERS): void {
  if (!fits(value, most)) throw new Refusal('too-large')
}
