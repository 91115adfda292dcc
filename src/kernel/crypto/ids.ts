/** The only source of random ids. `next` names a row; `nonce` identifies one rendering of a form. */
export type Ids = { readonly next: () => string; readonly nonce: () => string }

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random bytes drawn at once: asking for sixteen costs as much as for all of these. */
const stock = new Uint8Array(4_096)
let used = stock.length

/** `length` letters of a 32-letter alphabet without look-alikes: 5 bits each. In browsers too. */
function letters(length: number): string {
  if (used + length > stock.length) {
    crypto.getRandomValues(stock)
    used = 0
  }
  let text = ''
  for (const byte of stock.subarray(used, used + length)) text += ALPHABET[byte & 31]
  // No byte stays in memory once it is told.
  stock.fill(0, used, used + length)
  used += length
  return text
}

export const randomIds: Ids = { next: () => letters(16), nonce: () => letters(20) }
