import { Refusal } from '../../kernel/errors/refusal.ts'

/** Limit of one text, in letters: the longest list of ids that a form sends, far more than any text it accepts. */
export const MOST_LETTERS = 40_000

/** Whether each text in what arrived as JSON, names of fields too, is of `most` letters at most. */
function fits(value: unknown, most: number): boolean {
  if (typeof value === 'string') return value.length <= most
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, each]) => name.length <= most && fits(each, most))
}

/** Checked before any of the input is processed. @throws Refusal `too-large` when a text is longer than that */
export function checkLetters(value: unknown, most = MOST_LETTERS): void {
  if (!fits(value, most)) throw new Refusal('too-large')
}
