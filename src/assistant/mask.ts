import { cleanLine } from '../kernel/text/text.ts'

/** What stands for what was masked, in every language. */
const MASKED = '…'

const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i
/** `www.`, or a name under one of the endings that people of an administration type. */
const SITE = /^\P{L}?www\.|[\p{L}\d-]\.(?:fr|eu|com|org|net|info|io|bzh|cat|gouv)(?![\p{L}\d])/iu
/** Nine digits or more, as phone numbers, SIRET, IBAN and social security numbers have. */
const NUMBER = /\+?\d(?:[\s.()-]{0,2}\d){8,}/gu
/** Control words of models' own templates, which some servers obey wherever they stand. */
const CONTROL = /\[(\/?[A-Z_]{3,20})\]/g

function isAddress(word: string): boolean {
  const at = word.indexOf('@')
  return (at > 0 && at < word.length - 1) || word.includes('://') || SITE.test(word) || GUID.test(word)
}

/**
 * One line of what somebody wrote, as it may leave: without e-mail addresses, links, ids and long numbers. Names of
 * people stay: nothing finds them reliably.
 */
export function mask(text: string): string {
  const words = cleanLine(text)
    .split(/(\s)/u)
    .map(word => (isAddress(word) ? MASKED : word))
  return words.join('').replace(NUMBER, MASKED).replace(CONTROL, '($1)')
}
