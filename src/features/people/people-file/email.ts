import { keyedHash } from '../../../kernel/crypto/signature.ts'
import { cleanLine } from '../../../kernel/text/text.ts'

/** As long as an address may be (RFC 5321). */
const MOST = 254
const MAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\].]+(\.[^\s@"(),:;<>[\\\].]+)+$/

/** An e-mail address in the one spelling that is compared, or undefined when the text is none. */
export function mailOf(text: string): string | undefined {
  const mail = cleanLine(text).toLowerCase()
  return mail.length <= MOST && MAIL.test(mail) ? mail : undefined
}

export type Hashing = { readonly key: string; readonly hash: (mail: string) => string }

/**
 * What is kept of an address once the person is known. `key` names the key: under another secret the same address
 * has another hash, and those kept say nothing any more.
 */
export function hashingUnder(secret: string): Hashing {
  return {
    key: keyedHash(secret, 'people.mail-key', '').slice(0, 12),
    hash: mail => keyedHash(secret, 'people.mail', mail),
  }
}
