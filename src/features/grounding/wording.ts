import type { WholeLanguage } from '../../kernel/text/language.ts'
import { fold } from '../../kernel/text/text.ts'
import { STOP_WORDS } from '../../search/stop-words.ts'

/** Markup, mentions, templates; quotation marks that may be apostrophes as well, so that no quotation can be found by them. */
const MARKUP = /[<>@`\\|*~_^{}[\]‘‚‛‹›„‟]/u
const ADDRESS =
  /:\/\/|www\.|[\p{L}\p{N}-]\.(?:fr|eu|com|org|net|info|io|bzh|cat|gouv|dev|app)(?![\p{L}\p{N}])/iu
/** Controls, bidi overrides, invisible letters, line ends. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u
const OTHER_SCRIPT = /(?=\p{L})\P{Script=Latin}/u

/** Whether a text holds what a plain sentence has no need of: markup, an address, an unseen letter, another script. */
export function hasForeignLetters(text: string): boolean {
  return [MARKUP, ADDRESS, UNSEEN, OTHER_SCRIPT].some(each => each.test(text))
}

export const wordsIn = (text: string): readonly string[] => fold(text).match(/\p{L}+/gu) ?? []

/** How many of its small words are those of the language, and of the other. */
function smallWordsIn(
  text: string,
  language: WholeLanguage,
): { readonly own: number; readonly other: number } {
  const words = wordsIn(text)
  const of = (each: WholeLanguage) => words.filter(word => STOP_WORDS[each].has(word)).length
  return { own: of(language), other: of(language === 'fr' ? 'en' : 'fr') }
}

/** Whether its small words are those of the language, more than of the other. */
export function isIn(text: string, language: WholeLanguage): boolean {
  const { own, other } = smallWordsIn(text, language)
  return own > 0 && own >= other
}

/** Whether it has no small word, by which its language would be known. */
export function hasNoSmallWord(text: string, language: WholeLanguage): boolean {
  const { own, other } = smallWordsIn(text, language)
  return own + other === 0
}

const SELF: Readonly<Record<WholeLanguage, ReadonlySet<string>>> = {
  fr: new Set(['je', 'j', 'desole', 'desolee']),
  en: new Set(['i', 'sorry']),
}
const REFUSALS =
  /\b(?:en tant qu'?(?:ia|assistant|intelligence|modele)|modele de langage|impossible de repondre|pas assez d'informations?|as an (?:ai|assistant)|language model|cannot (?:answer|help)|not enough information)\b/u

/** Whether a sentence is the model’s own: an apology, « je ne sais pas ». `text`: without its quotations. */
export function speaksOfItself(text: string, language: WholeLanguage): boolean {
  return wordsIn(text).some(word => SELF[language].has(word)) || REFUSALS.test(fold(text))
}
