import type { WholeLanguage } from '../kernel/text/language.ts'
import { partsOf } from './message-values.ts'
import { faultIn } from './overrides.ts'
import { messageAt } from './words.ts'

/** `what`: the end of a sentence that begins with the key. */
export type TextFault = { readonly key: string; readonly what: string }
type Checked = { readonly fault?: TextFault; readonly lacking?: string }

/** Letters of any text. */
const LONGEST = 2_000
/** What is no longer than this in French and English stands on a button or at the head of a line. */
const SHORT = 30
/** What a button takes. */
const SHORT_MOST = 45

/** HTML, an entity, a link: no text of the app has them, and a card would draw some. */
const MARKUP = /<[a-z!/?]|&(?:#|[a-z]{2,8};)|\]\(|[a-z]:\/\//i
/** Control characters, and those that turn the direction of what follows. */
const CONTROL = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u

/** The language whose rules choose the plurals: its own, or the fallback's where none of its own are known. */
export function pluralRulesOf(language: string, fallback: WholeLanguage): string {
  return Intl.PluralRules.supportedLocalesOf(language).length > 0 ? language : fallback
}

function lengthFault(text: string, fallbackText: string, otherText: string): string | undefined {
  const most = Math.max(fallbackText.length, otherText.length) <= SHORT ? SHORT_MOST : LONGEST
  return text.length > most ? `has ${text.length} letters, ${most} at most stand here` : undefined
}

/** Counts by which it is seen what the rules choose: some languages have a form for millions alone. */
const COUNTS = 1_200

/** The forms that the rules choose for counts that occur here. */
function usualForms(rules: Intl.PluralRules): ReadonlySet<string> {
  return new Set(Array.from({ length: COUNTS }, (_, count) => rules.select(count)))
}

/** Branches that the rules never choose, and those that they choose and no text is given for. */
function pluralFit(text: string, rules: string): { readonly never?: string; readonly lacking?: string } {
  const { branches } = partsOf(text)
  if (branches.size === 0) return {}
  const plurals = new Intl.PluralRules(rules)
  const forms = plurals.resolvedOptions().pluralCategories
  const named = [...branches].filter(branch => !branch.startsWith('='))
  const never = named.find(branch => branch !== 'other' && !forms.some(form => form === branch))
  const usual = usualForms(plurals)
  const lacking = forms.filter(form => usual.has(form) && !branches.has(form)).join(', ')
  return { ...(never !== undefined && { never }), ...(lacking !== '' && { lacking }) }
}

function whatIsWrong(key: string, text: unknown, { fallback }: { readonly fallback: WholeLanguage }) {
  if (typeof text !== 'string') return 'is no text'
  if (text.trim() === '') return 'is empty'
  const [own, other] = [messageAt(key, 'fr') ?? '', messageAt(key, 'en') ?? '']
  if (text.length > LONGEST) return lengthFault(text, own, other)
  if (CONTROL.test(text)) return 'has a character that is not seen'
  if (MARKUP.test(text) && !MARKUP.test(own)) return 'has HTML or a link in it'
  return faultIn(text, messageAt(key, fallback) ?? '')?.what ?? lengthFault(text, own, other)
}

/** What is wrong with a contributor's text at `key`; `lacking`: plural forms that it leaves to « other ». */
export function textFault(
  key: string,
  text: unknown,
  { fallback, rules }: { readonly fallback: WholeLanguage; readonly rules: string },
): Checked {
  const what = whatIsWrong(key, text, { fallback })
  if (what !== undefined) return { fault: { key, what } }
  const { never, lacking } = pluralFit(String(text), rules)
  if (never !== undefined)
    return { fault: { key, what: `has a plural with a branch «${never}», which "${rules}" never chooses` } }
  return lacking === undefined ? {} : { lacking }
}
