import { countGraphemes } from '../../kernel/text/graphemes.ts'
import type { WholeLanguage } from '../../kernel/text/language.ts'
import { cleanLine, fold } from '../../kernel/text/text.ts'
import { addsNoAmount } from './amounts.ts'
import { isFar } from './faults.ts'
import { addsNoName } from './names.ts'
import { areQuotesCited } from './quotes.ts'
import { hasForeignLetters, isIn, speaksOfItself } from './wording.ts'

/** What stands for an address or a long number that was not sent. */
const MASKED = '…'

/**
 * What a model made of somebody's text, where code finds nothing in it that the text does not hold: no number, quantity,
 * name or quotation, no link or markup; at most `most` characters, in the language asked for. Undefined for any other, and
 * for one that says the same letter for letter. It may still say something else: the person reads both.
 */
export function acceptedRewording(
  said: string,
  original: string,
  { most, language }: { readonly most: number; readonly language: WholeLanguage },
): string | undefined {
  // Letters of many code units are stacked marks.
  if (said.length > 4 * most || hasForeignLetters(said)) return undefined
  const text = cleanLine(said)
  const stands =
    text !== '' &&
    countGraphemes(text) <= most &&
    fold(text) !== fold(original) &&
    isIn(text, language) &&
    (!text.includes(MASKED) || original.includes(MASKED)) &&
    (!speaksOfItself(text, language) || speaksOfItself(original, language)) &&
    areQuotesCited(text, [original]) &&
    addsNoAmount(text, original) &&
    addsNoName(text, original) &&
    !isFar(text, [original])
  return stands ? text : undefined
}
