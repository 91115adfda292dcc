import { keyedHash } from './signature.ts'

/** Pseudo-random number in [0, 1), a function of `words`: reproducible, and unpredictable without the secret. */
export type KeyedRandom = (words: string) => number

/** 48 bits: eight letters of base64url. */
const LETTERS = 8

/** Keyed pseudo-random numbers: nothing is stored, and nobody can compute them without the secret. */
export function drawnFrom(secret: string): KeyedRandom {
  return words => {
    const letters = keyedHash(secret, 'figures', words).slice(0, LETTERS)
    return Buffer.from(letters, 'base64url').readUIntBE(0, 6) / 2 ** 48
  }
}
