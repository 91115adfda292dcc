import { randomLetters } from '../../../kernel/crypto/random.ts'
import { keyedHash } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { fold } from '../../../kernel/text/text.ts'
import { DAY, MINUTE } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'

/** Capitals and digits that are not confused with each other; without vowels they form no word. */
const ALPHABET = 'CDFHJKMNPRTVWXY23456789'
const CODE_LENGTH = 6
/** How many different codes there are: 148 million. */
export const CODE_SPACE = ALPHABET.length ** CODE_LENGTH
/** How long a code may be confirmed, and its key be fetched once it was (ms). */
export const CODE_LIFE = 2 * MINUTE
/** Codes that stand open at once, of all screens: whoever asks for more waits until some have run out. */
export const MOST_OPEN = 300
/** Screens of one workshop. */
export const MOST_SCREENS = 10

/**
 * A screen that asks for a key, and later holds one. Code, secret and key are stored as hashes only. Times in
 * milliseconds.
 */
export type ScreenPairing = {
  readonly id: string
  readonly codeHash: string
  readonly secretHash: string
  /** Until when its code may be confirmed, or its key be fetched. */
  readonly openUntil: number
  readonly confirmed?: ConfirmedPairing
}

/** By whom, since when, for which workshop, until when. */
export type ConfirmedPairing = {
  readonly workshop: string
  readonly by: string
  readonly at: number
  readonly expiresAt: number
}

/** A screen as remotes list it: since when, and the name of who paired it. */
export type ShownScreen = { readonly key: string; readonly since: number; readonly by: string }

export function freshCode(): string {
  return randomLetters(ALPHABET, CODE_LENGTH)
}

/** Normalises a typed code: case, spaces and hyphens. */
export function typedCode(typed: string): string {
  return fold(typed)
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 2 * CODE_LENGTH)
}

/**
 * What is stored in place of code, secret and key, and the key itself. All depend on the server's own secret: whoever
 * reads the database can neither confirm nor claim, and another secret ends all keys.
 */
export function pairingHashes(secret: string) {
  return {
    code: (code: string) => keyedHash(secret, 'screen code', code),
    secret: (id: string, said: string) => keyedHash(secret, 'screen secret', `${id}.${said}`),
    /** 256 bits, from those that the browser alone holds: a claim sent again gets the same, and nothing keeps it. */
    keyFor: (id: string, said: string) => keyedHash(secret, 'screen key', `${id}.${said}`),
    key: (key: string) => keyedHash(secret, 'screen key, kept', key),
  }
}
export type PairingHashes = ReturnType<typeof pairingHashes>

/** Midnight after `now` in `zone` (ms). */
export function nextMidnight(now: number, zone: string): number {
  return momentOf(dayAfter(dateIn(now, zone)), '00:00', zone) ?? now + DAY
}

/** @throws Refusal `screens-full` */
export function checkScreens(count: number): void {
  if (count >= MOST_SCREENS) throw new Refusal('screens-full', { most: MOST_SCREENS })
}
