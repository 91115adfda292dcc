import { z } from 'zod'
import { countGraphemes } from '../../kernel/text/graphemes.ts'
import type { WholeLanguage } from '../../kernel/text/language.ts'
import { cleanLine } from '../../kernel/text/text.ts'
import { stemKey, stemsOf } from '../../search/stemming.ts'
import { saysHowMany } from './amounts.ts'
import { type CitedTexts, citedBy } from './citing.ts'
import { hasQuoteMark } from './quotes.ts'
import { hasForeignLetters, hasNoSmallWord, isIn, speaksOfItself } from './wording.ts'

/** What several texts have in common, as a language model says it: a title, and words that these texts hold. */
export type Heading = {
  readonly title: string
  readonly words: readonly string[]
  /** Aliases of two texts or more, each once. */
  readonly ideas: readonly string[]
}

export const MOST_HEADINGS = 8
const FEWEST_CITED = 2
const WORDS = { fewest: 3, most: 9 } as const
/** As a person counts letters. */
const LENGTH = { title: 60, word: 40 } as const

const SHAPE = z.strictObject({
  title: z.string().max(4 * LENGTH.title),
  words: z.array(z.string().max(4 * LENGTH.word)).max(30),
  ideas: z.array(z.string().max(12)).max(400),
})
/** Letters, and what stands between two of them: no digit, no mark. */
const WORD = /^\p{L}[\p{L}\p{M} '’-]*$/u

const isWithin = (text: string, most: number) => text !== '' && countGraphemes(text) <= most

/** By its small words; a title without any, by a word that the texts hold. */
function isTitleIn(title: string, cited: readonly string[], language: WholeLanguage): boolean {
  if (!hasNoSmallWord(title, language)) return isIn(title, language)
  const held = new Set(cited.flatMap(stemsOf))
  return stemsOf(title).some(stem => held.has(stem))
}

function isTitle(title: string, cited: readonly string[], language: WholeLanguage): boolean {
  return (
    isWithin(title, LENGTH.title) &&
    !hasQuoteMark(title) &&
    !saysHowMany(title) &&
    !speaksOfItself(title, language) &&
    isTitleIn(title, cited, language)
  )
}

/** Those of the words that one of the texts holds, each once in one form. */
function wordsHeld(words: readonly string[], cited: readonly string[]): readonly string[] {
  const held = cited.map(text => new Set(stemsOf(text)))
  const isHeld = (word: string) => {
    const stems = stemsOf(word)
    return stems.length > 0 && held.some(text => stems.every(stem => text.has(stem)))
  }
  const kept = words.filter(
    word => WORD.test(word) && isWithin(word, LENGTH.word) && !saysHowMany(word) && isHeld(word),
  )
  const first = new Map(kept.toReversed().map(word => [stemKey(word), word]))
  return kept.filter(word => first.get(stemKey(word)) === word).slice(0, WORDS.most)
}

function acceptHeading(value: unknown, given: CitedTexts, language: WholeLanguage): Heading | undefined {
  const { data } = SHAPE.safeParse(value)
  if (!data || [data.title, ...data.words].some(hasForeignLetters)) return undefined
  const [title, ideas] = [cleanLine(data.title), [...new Set(data.ideas)]]
  const cited = citedBy(ideas, given)
  if (!cited || cited.length < FEWEST_CITED || !isTitle(title, cited, language)) return undefined
  const words = wordsHeld([...new Set(data.words.map(cleanLine))], cited)
  return words.length < WORDS.fewest ? undefined : { title, words, ideas }
}

/**
 * Of what a model answered, whatever it is, the first eight headings in which code finds nothing that their texts do not
 * hold: a plain title in the language asked for, which says no number and no quantity, and three to nine words of theirs. A
 * word that they do not hold is left out, all else costs the heading. What is left may still be wrong: a person signs it.
 */
export function acceptedHeadings(
  said: readonly unknown[],
  given: CitedTexts,
  language: WholeLanguage,
): readonly Heading[] {
  return said.flatMap(value => acceptHeading(value, given, language) ?? []).slice(0, MOST_HEADINGS)
}
