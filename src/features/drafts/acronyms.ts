import { fold } from '../../kernel/text/text.ts'
import { setOf, wordsIn } from './words.ts'

/** Known to all, in capitals. */
const COMMON = setOf('rh pc rtt rib tv cv pdf sms gps ok ia co2 tgv ter sncf usb dvd covid html qr wc led')
const ACRONYM = /^(?=(?:\P{Lu}*\p{Lu}){2})[\p{Lu}\p{N}]{2,10}s?$/u
const ROMAN = /^[IVXLCM]+$/u
const MOST = 3

const isCapital = (word = '') =>
  word.length > 1 && word === word.toLocaleUpperCase('fr') && /\p{Lu}/u.test(word)

/** Whether the text says what it stands for: one of both stands in parentheses. */
const isExplained = (text: string, acronym: string) =>
  text.includes(`(${acronym})`) || text.includes(`${acronym} (`)

/** Acronyms that not everybody reads, the first three: explained nowhere in the text. `known`: folded words of the programme. */
export function acronymsIn(text: string, known: ReadonlySet<string>): readonly string[] {
  const words = wordsIn(text)
  const found = words.filter((word, at) => {
    // Two in a row are words in capitals.
    if (isCapital(words[at - 1]) || isCapital(words[at + 1])) return false
    const folded = fold(word)
    const isRead = COMMON.has(folded) || known.has(folded) || ROMAN.test(word)
    return ACRONYM.test(word) && !isRead && !isExplained(text, word)
  })
  return [...new Set(found)].slice(0, MOST)
}
