import { countGraphemes } from '../../kernel/text/graphemes.ts'
import type { WholeLanguage } from '../../kernel/text/language.ts'
import { cleanLine } from '../../kernel/text/text.ts'
import { stemsOf } from '../../search/stemming.ts'
import { areAmountsCited } from './amounts.ts'
import { type CitedTexts, citedBy } from './citing.ts'
import { areQuotesCited, withoutQuotes } from './quotes.ts'
import { mayTurnRound } from './stances.ts'
import { hasForeignLetters, isIn, speaksOfItself } from './wording.ts'

/** A sentence of a language model, and the texts that it stands on, by their aliases. It is untrusted text all the same. */
export type Point = {
  readonly text: string
  /** One to eight, each once. */
  readonly ideas: readonly string[]
  /** It shares hardly a word with them, or says no where they do not, or the other way round: to be checked first. */
  readonly doubtful: boolean
}

/** Of a sentence, as a person counts letters. */
const POINT_LENGTH = 280
const MOST_CITED = 8
/** Share of a sentence's stems that its texts hold: under it, it is doubtful. */
const SHARED = 0.2

type Unread = { readonly text: string; readonly ideas: readonly string[] }

/** An object of exactly these two fields, as JSON has it: nothing is inherited. */
function readPoint(value: unknown): Unread | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if (Reflect.ownKeys(value).toSorted().join() !== 'ideas,text') return undefined
  const { text, ideas } = value as { readonly text: unknown; readonly ideas: unknown }
  if (typeof text !== 'string' || !Array.isArray(ideas)) return undefined
  if (ideas.length < 1 || ideas.length > MOST_CITED) return undefined
  return ideas.every(each => typeof each === 'string') ? { text, ideas } : undefined
}

function isShort(text: string): boolean {
  // Letters of many code units are stacked marks.
  return text.length <= 4 * POINT_LENGTH && countGraphemes(text) <= POINT_LENGTH
}

/** Whether a text shares hardly a word with those that it stands on. */
export function isDoubtful(text: string, cited: readonly string[]): boolean {
  const held = new Set(cited.flatMap(stemsOf))
  const stems = stemsOf(text)
  const shared = stems.filter(stem => held.has(stem)).length
  return stems.length === 0 || shared < SHARED * stems.length || mayTurnRound(text, cited)
}

function acceptPoint(value: unknown, given: CitedTexts, language: WholeLanguage): Point | undefined {
  const point = readPoint(value)
  if (!point || point.text.length > 4 * POINT_LENGTH || hasForeignLetters(point.text)) return undefined
  const [text, ideas] = [cleanLine(point.text), [...new Set(point.ideas)]]
  const cited = citedBy(ideas, given)
  if (!cited || text === '' || !isShort(text)) return undefined
  const own = withoutQuotes(text)
  const stands =
    isIn(text, language) &&
    !speaksOfItself(own, language) &&
    areQuotesCited(text, cited) &&
    areAmountsCited(text, cited)
  return stands ? { text, ideas, doubtful: isDoubtful(text, cited) } : undefined
}

/**
 * Of what a model answered, whatever it is, the sentences in which code finds nothing that their texts do not hold: no other
 * id, quotation, number or quantity, no link, mention or markup, in the language asked for. The others are dropped whole; a
 * sentence said twice counts once. What is left may still be wrong: it stands beside what it cites, for a person to judge.
 */
export function acceptedPoints(
  said: readonly unknown[],
  given: CitedTexts,
  language: WholeLanguage,
): readonly Point[] {
  const points = new Map<string, Point>()
  for (const value of said) {
    const point = acceptPoint(value, given, language)
    if (point && !points.has(point.text)) points.set(point.text, point)
  }
  return [...points.values()]
}
