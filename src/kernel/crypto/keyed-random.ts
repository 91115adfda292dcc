import { keyedHash } from './signature.ts'

/** From 0 to 1, 1 excluded: for the same words always the same, and guessed by nobody. */
export type KeyedRandom = (words: string) => number

/** 48 bits: eight letters of base64url. */
const LETTERS = 8

/** Chance that stands still: nothing is kept, and nobody without the secret can work it out. */
export function drawnFrom(secret: string): KeyedRandom {
  return words => {
    const letters = keyedHash(secret, 'figures', words).slice(0, LETTERS)
    return Buffer.from(letters, 'base64url').readUIntBE(0, 6) / 2 ** 48
  }
}
