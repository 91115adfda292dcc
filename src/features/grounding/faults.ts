import { countGraphemes } from '../../kernel/text/graphemes.ts'
import type { WholeLanguage } from '../../kernel/text/language.ts'
import { stemsOf } from '../../search/stemming.ts'
import { areNumbersCited, areQuantitiesCited } from './amounts.ts'
import { areQuotesCited, withoutQuotes } from './quotes.ts'
import { mayTurnRound } from './stances.ts'
import { hasForeignLetters, isIn, speaksOfItself } from './wording.ts'

/** Of a sentence, as a person counts letters. */
export const SENTENCE_LENGTH = 280
export const MOST_CITED = 8
/** Share of a sentence's stems that its texts hold: under it, it is doubtful. */
const SHARED = 0.2

/** What code finds in a sentence that its texts do not bear; each has its words at `refusal.<code>`. */
export type SentenceFault =
  | 'sentence-ideas'
  | 'sentence-long'
  | 'sentence-markup'
  | 'sentence-language'
  | 'sentence-quote'
  | 'sentence-number'
  | 'sentence-quantity'

/** `language`: of a model's sentence, which is held to it. `slots`: names that may stand in braces, for code to fill. */
export type SentenceForm = {
  readonly language?: WholeLanguage
  readonly slots?: readonly string[]
}

/** A slot says nothing that a text could be held against. */
const filledSlot = '…'

/** The sentence without the slots that it may have; any other brace stays, as markup. */
export function withoutSlots(text: string, slots: readonly string[] = []): string {
  return slots.reduce((left, slot) => left.replaceAll(`{${slot}}`, filledSlot), text)
}

/** Whether a text is short enough to be looked at. Letters of many code units are stacked marks. */
export function isShort(text: string): boolean {
  return text.length <= 4 * SENTENCE_LENGTH && countGraphemes(text) <= SENTENCE_LENGTH
}

/** Whether a sentence shares hardly a word with its texts. */
export function isFar(text: string, cited: readonly string[], slots?: readonly string[]): boolean {
  const stems = stemsOf(withoutSlots(text, slots))
  const held = new Set<string>()
  for (const each of cited) {
    for (const stem of stemsOf(each)) held.add(stem)
    // The first texts tell of most sentences.
    if (stems.length > 0 && stems.filter(stem => held.has(stem)).length >= SHARED * stems.length) return false
  }
  return true
}

/** Whether a sentence shares hardly a word with its texts, or may say their contrary: to be checked first. */
export function isDoubtful(text: string, cited: readonly string[], slots?: readonly string[]): boolean {
  return isFar(text, cited, slots) || mayTurnRound(text, cited)
}

/** Which checks a cleaned sentence fails against the texts that it cites, the plainest first; none where it stands. */
export function faultsOf(
  text: string,
  cited: readonly string[],
  { language, slots }: SentenceForm = {},
): readonly SentenceFault[] {
  // The rest costs by the length of the text, and reads letters as they are.
  if (!isShort(text)) return ['sentence-long']
  const said = withoutSlots(text, slots)
  const own = language === undefined ? '' : withoutQuotes(said)
  const checks: readonly (readonly [SentenceFault, boolean])[] = [
    ['sentence-ideas', cited.length >= 1 && cited.length <= MOST_CITED],
    ['sentence-markup', !hasForeignLetters(said)],
    ['sentence-language', language === undefined || (isIn(said, language) && !speaksOfItself(own, language))],
    ['sentence-quote', areQuotesCited(said, cited)],
    ['sentence-number', areNumbersCited(said, cited)],
    ['sentence-quantity', areQuantitiesCited(said, cited)],
  ]
  return checks.filter(([, stands]) => !stands).map(([fault]) => fault)
}
