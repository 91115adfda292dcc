import { fold } from '../kernel/text/text.ts'
import { stemOf } from './stemming.ts'

/** A word to search for, as it is said back, and its stems: one of each language, since a text is indexed in its own. */
export type Term = { readonly word: string; readonly stems: readonly string[] }

export function termOf(word: string): Term {
  const folded = fold(word)
  return { word, stems: [...new Set([stemOf(folded, 'fr'), stemOf(folded, 'en')])] }
}
