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

/** Letters of a number of 20 bits; they sort as the numbers do. */
const ORDER_LENGTH = 4

/** Ids that sort in the order in which they were made here: of rows of one millisecond, the last has the greatest. */
export function orderedIds({ next }: Pick<Ids, 'next'>): () => string {
  let made = 0
  return () => {
    made = (made + 1) % 32 ** ORDER_LENGTH
    const order = Array.from({ length: ORDER_LENGTH }, (_, at) => ALPHABET[(made >> (5 * at)) & 31])
    return order.toReversed().join('') + next()
  }
}
