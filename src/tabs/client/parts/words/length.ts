import { countGraphemes } from '../../../../kernel/text/graphemes.ts'

/** Length from which on no characters are counted: ten times any field's limit. */
const MOST = 50_000

/** What is typed, without the spaces around it, in characters as a person counts them. */
export function lengthOf(text: string): number {
  const typed = text.trim()
  return typed.length > MOST ? typed.length : countGraphemes(typed)
}
