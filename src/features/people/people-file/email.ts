import { keyedHash } from '../../../kernel/crypto/signature.ts'
import { cleanLine } from '../../../kernel/text/text.ts'

/** Maximum length of an address (RFC 5321). */
const MOST = 254
const MAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\].]+(\.[^\s@"(),:;<>[\\\].]+)+$/

/** Canonical form of an e-mail address, or undefined when it is invalid. */
export function mailOf(text: string): string | undefined {
  const mail = cleanLine(text).toLowerCase()
  return mail.length <= MOST && MAIL.test(mail) ? mail : undefined
}

export type Hashing = { readonly key: string; readonly hash: (mail: string) => string }

/**
 * Keyed hash that replaces an address once the person is known. `key`: name of the key; after a change of the secret,
 * stored hashes match nothing any more.
 */
export function hashingUnder(secret: string): Hashing {
  return {
    key: keyedHash(secret, 'people.mail-key', '').slice(0, 12),
    hash: mail => keyedHash(secret, 'people.mail', mail),
  }
}
