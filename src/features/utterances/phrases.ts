import { fold } from '../../kernel/text/text.ts'

/** A word, or what it begins with when a star ends it; alternatives are separated by a bar. */
type Element = readonly { readonly word: string; readonly begins: boolean; readonly ends: boolean }[]
/** Elements in order, a few words apart at most. */
export type Phrase = readonly Element[]

/** Words of a message that are looked at. */
const LOOKED_AT = 600
const LETTERS = 6_000
/** Words that may stand between two elements. */
const APART = 2

/** Words of a message, folded; elisions apart. */
export function wordsOfMessage(text: string): readonly string[] {
  return (fold(text.slice(0, LETTERS)).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, LOOKED_AT)
}

function elementOf(text: string): Element {
  return text.split('|').map(each => ({
    word: each.replaceAll('*', ''),
    begins: each.endsWith('*'),
    ends: each.startsWith('*'),
  }))
}

/** One phrase a line: words that follow each other, two others apart at most. */
export function phrasesIn(lines: string): readonly Phrase[] {
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => line.split(/\s+/u).map(elementOf))
}

function fits(element: Element, word: string | undefined): boolean {
  if (word === undefined) return false
  return element.some(({ word: wanted, begins, ends }) => {
    if (begins) return word.startsWith(wanted)
    return ends ? word.length > wanted.length && word.endsWith(wanted) : word === wanted
  })
}

/** Where the phrase ends that begins at `at`; undefined where it does not stand there. */
function endOfPhrase(phrase: Phrase, words: readonly string[], at: number): number | undefined {
  const [first, ...others] = phrase
  if (!first || !fits(first, words[at])) return undefined
  let last = at
  for (const element of others) {
    const ahead = words.slice(last + 1, last + 2 + APART).findIndex(word => fits(element, word))
    if (ahead < 0) return undefined
    last += ahead + 1
  }
  return last
}

/** Whether one of the phrases stands among the words. */
export function holds(phrases: readonly Phrase[], words: readonly string[]): boolean {
  return words.some((_, at) => phrases.some(phrase => endOfPhrase(phrase, words, at) !== undefined))
}

/** Whether one of the phrases begins the words. */
export function begins(phrases: readonly Phrase[], words: readonly string[]): boolean {
  return phrases.some(phrase => endOfPhrase(phrase, words, 0) !== undefined)
}

/** The words without those of the phrases, which leave a gap that no phrase reaches over. */
export function withoutPhrases(phrases: readonly Phrase[], words: readonly string[]): readonly string[] {
  const left = [...words]
  for (let at = 0; at < left.length; at++) {
    const ends = phrases.flatMap(phrase => endOfPhrase(phrase, left, at) ?? [])
    if (ends.length > 0) left.fill('', at, Math.max(...ends) + 1)
  }
  return left
}
