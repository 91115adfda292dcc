import { fold } from '../kernel/text/text.ts'

/** Letters that a word needs to be kept for searching, and letters of it that are kept. */
const SHORTEST = 3
const LONGEST = 40
const MOST = 60

function cut(word: string, letters: number): string {
  return word.length <= letters ? word : [...word].slice(0, letters).join('')
}

/** The words by which a text is found: folded, of 3 letters or more, each once, the first 60. */
export function wordsOf(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const long = words.filter(word => word.length >= SHORTEST).map(word => cut(word, LONGEST))
  return [...new Set(long)].slice(0, MOST)
}

/**
 * What is looked for: beginnings of words, 6 at most. Two letters count only when nothing longer is typed: « de » is in
 * no index, and would hide what it stands beside. None: nothing to look for.
 */
export function beginningsOf(typed: string): readonly string[] {
  const words = fold(typed.slice(0, 500)).match(/[\p{L}\p{N}]{2,}/gu) ?? []
  const long = words.filter(word => word.length >= SHORTEST)
  const looked = long.length > 0 ? long : words
  return [...new Set(looked.map(word => cut(word, LONGEST)))].slice(0, 6)
}

/** Comes after everything that begins with `beginning`, where text is ordered by its bytes. */
export function endOf(beginning: string): string {
  return `${beginning}\u{10FFFF}`
}
