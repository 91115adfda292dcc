import { fold } from '../../../kernel/text/text.ts'

/** A word, or what it begins or ends with where a star stands; alternatives are separated by a bar. */
type Element = {
  /** Whether it follows the element before at once. */
  readonly next: boolean
  readonly words: ReadonlySet<string>
  readonly beginnings: readonly string[]
  readonly endings: readonly string[]
}
/** Elements in order, a few words apart at most. */
type Phrase = readonly Element[]
/** By the word that begins them, or by its first or last letter where it is given by half (`f*`, `*r`). */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>

/** All of a message that may be kept is looked at: as many words at most, and code units. */
const LOOKED_AT = 8_000
const LETTERS = 128_000
/** Words that may stand between two elements. */
const APART = 2

/** Words of a message, folded; elisions apart. */
export function wordsOfMessage(text: string): readonly string[] {
  return (fold(text.slice(0, LETTERS)).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, LOOKED_AT)
}

function elementOf(text: string): Element {
  const next = text.startsWith('>')
  const all = (next ? text.slice(1) : text).split('|')
  return {
    next,
    words: new Set(all.filter(each => !each.includes('*'))),
    beginnings: all.filter(each => each.endsWith('*')).map(each => each.slice(0, -1)),
    endings: all.filter(each => each.startsWith('*')).map(each => each.slice(1)),
  }
}

/** Where a phrase is looked up that begins by this element. */
function keysOf({ words, beginnings, endings }: Element): ReadonlySet<string> {
  return new Set([
    ...words,
    ...beginnings.map(each => `${each.charAt(0)}*`),
    ...endings.map(each => `*${each.slice(-1)}`),
  ])
}

/** One phrase a line: words that follow each other, two others apart at most; none apart after `>`. */
export function phrasesIn(lines: string): Phrases {
  const phrases = new Map<string, Phrase[]>()
  for (const line of lines.split('\n').filter(each => each.trim() !== '')) {
    const phrase = line.trim().split(/\s+/u).map(elementOf)
    for (const key of phrase.slice(0, 1).flatMap(first => [...keysOf(first)]))
      phrases.set(key, [...(phrases.get(key) ?? []), phrase])
  }
  return phrases
}

function fits({ words, beginnings, endings }: Element, word: string): boolean {
  return (
    words.has(word) ||
    beginnings.some(each => word.startsWith(each)) ||
    endings.some(each => word.length > each.length && word.endsWith(each))
  )
}

/** Where the phrase ends that begins at `at`; undefined where it does not stand there. */
function endOfPhrase(phrase: Phrase, words: readonly string[], at: number): number | undefined {
  let next = at
  for (const [index, element] of phrase.entries()) {
    const most = next + (index === 0 || element.next ? 0 : APART)
    while (next <= most && !fits(element, words[next] ?? '')) next += 1
    if (next > most) return undefined
    next += 1
  }
  return next - 1
}

function endsFrom(phrases: Phrases, words: readonly string[], at: number): readonly number[] {
  const word = words[at] ?? ''
  const ends: number[] = []
  for (const key of [word, `${word.charAt(0)}*`, `*${word.slice(-1)}`])
    for (const phrase of phrases.get(key) ?? []) {
      const end = endOfPhrase(phrase, words, at)
      if (end !== undefined) ends.push(end)
    }
  return ends
}

/** Whether one of the phrases stands among the words. */
export function holds(phrases: Phrases, words: readonly string[]): boolean {
  return words.some((_, at) => begins(phrases, words, at))
}

/** Whether one of the phrases begins the words, or stands at `at`. */
export function begins(phrases: Phrases, words: readonly string[], at = 0): boolean {
  return endsFrom(phrases, words, at).length > 0
}

/** Whether one of the phrases stands among the words, and not wholly inside one of the `figures`. */
export function holdsOutside(phrases: Phrases, figures: Phrases, words: readonly string[]): boolean {
  let reached = -1
  return words.some((_, at) => {
    reached = Math.max(reached, ...endsFrom(figures, words, at))
    return endsFrom(phrases, words, at).some(last => last > reached)
  })
}
