/** The only source of random ids. `next` names a row; `nonce` identifies one rendering of a form. */
export type Ids = { readonly next: () => string; readonly nonce: () => string }

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** `length` letters of a 32-letter alphabet without look-alikes: 5 bits each. In browsers too. */
function letters(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), byte => ALPHABET[byte & 31]).join('')
}

export const randomIds: Ids = { next: () => letters(16), nonce: () => letters(20) }
