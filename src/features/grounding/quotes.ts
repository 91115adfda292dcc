const QUOTED = /[«“"]([^«»“”"]*)[»”"]/gu
const MARK = /[«»“”"]/u
const WORD = /[\p{L}\p{N}]/u

/** Spaces and apostrophes alike; letters and case stay. */
function plainly(text: string): string {
  return text.normalize('NFC').replace(/[’ʼ´]/gu, "'").replace(/\s+/gu, ' ').trim()
}

/** Whether `text` holds `quote` letter for letter, by whole words. */
function holds(text: string, quote: string): boolean {
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + quote.length]]
    if (!WORD.test(before) && !WORD.test(after)) return true
  }
  return false
}

export function hasQuoteMark(text: string): boolean {
  return MARK.test(text)
}

export function withoutQuotes(text: string): string {
  return text.replace(QUOTED, ' ')
}

/** Whether all that stands between quotation marks is found in one of the texts, and each mark has its other. */
export function areQuotesCited(text: string, cited: readonly string[]): boolean {
  if (MARK.test(withoutQuotes(text))) return false
  const texts = cited.map(plainly)
  const quotes = [...text.matchAll(QUOTED)].map(([, quote = '']) => plainly(quote))
  return quotes.every(quote => WORD.test(quote) && texts.some(each => holds(each, quote)))
}
