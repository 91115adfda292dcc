import { countGraphemes } from '../../../kernel/graphemes.ts'

/** What is typed, without the spaces around it, in characters as a person counts them. */
export function lengthOf(text: string): number {
  return countGraphemes(text.trim())
}
