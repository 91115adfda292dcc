import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, fold, lineWithin } from '../../../kernel/text/text.ts'

/** What was re-read of a decided trial. `text`: '' where it is not to leave; `turn`: its version, from 1. */
export type TrialLesson = { readonly trial: string; readonly text: string; readonly turn: number }

/** Characters of one, as of any lesson of a method file. */
export const LESSON_MOST = 500
/** Letters of the shortest name that is looked for: less is a word of the language. */
const SHORTEST = 4

/**
 * One line without the names that are known, '' for none; no code finds the others.
 * @throws Refusal `too-long`, `empty-text` for what nobody can see, `trial-lesson-name`
 */
export function lessonText(typed: string, names: readonly string[]): string {
  if (cleanLine(typed) === '') return ''
  const text = lineWithin(typed, LESSON_MOST)
  const said = fold(text)
  if (names.some(name => name.length >= SHORTEST && said.includes(fold(name))))
    throw new Refusal('trial-lesson-name')
  return text
}
