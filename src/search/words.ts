import { fold } from '../kernel/text/text.ts'

/** Shortest word that is indexed, and the longest prefix kept of one. */
const SHORTEST = 3
const LONGEST = 40
const MOST = 60

function cut(word: string, letters: number): string {
  return word.length <= letters ? word : [...word].slice(0, letters).join('')
}

/** Index terms of a text: folded words of 3 letters or more, each once, the first 60. */
export function wordsOf(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const long = words.filter(word => word.length >= SHORTEST).map(word => cut(word, LONGEST))
  return [...new Set(long)].slice(0, MOST)
}

/**
 * Prefix terms of a search, 6 at most. Two letters count only when nothing longer is typed: « de » is in no index,
 * and would match nothing. Empty: nothing to search for.
 */
export function beginningsOf(typed: string): readonly string[] {
  const words = fold(typed.slice(0, 500)).match(/[\p{L}\p{N}]{2,}/gu) ?? []
  const long = words.filter(word => word.length >= SHORTEST)
  const looked = long.length > 0 ? long : words
  return [...new Set(looked.map(word => cut(word, LONGEST)))].slice(0, 6)
}

/** Upper bound of the range of words that begin with `beginning`, in byte order. */
export function endOf(beginning: string): string {
  return `${beginning}\u{10FFFF}`
}
