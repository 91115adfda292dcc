import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 in base64url. */
const MAC_LENGTH = 43
const SIGNED = new RegExp(`^([\\w.-]{1,200})\\.([\\w-]{${MAC_LENGTH}})$`)

function macOf(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

/** `text` followed by its signature, to stand in a URL. `text`: 1 to 200 letters, digits and `_ . -`. */
export function signed(secret: string, text: string): string {
  return `${text}.${macOf(secret, text).toString('base64url')}`
}

/** Verifies what `signed` made; undefined unless this secret signed exactly this text. */
export function verified(secret: string, given: string): string | undefined {
  const [, text = '', mac = ''] = SIGNED.exec(given) ?? []
  if (text === '') return undefined
  const wanted = macOf(secret, text)
  const offered = Buffer.from(mac, 'base64url')
  if (offered.length !== wanted.length || !timingSafeEqual(offered, wanted)) return undefined
  // The last letter of base64url has spare bits: four spellings would decode alike.
  return offered.toString('base64url') === mac ? text : undefined
}

/**
 * Keyed hash (HMAC) of a text, 43 letters: deterministic, and not to be guessed by trying texts without the secret.
 * `purpose` separates domains of use.
 */
export function keyedHash(secret: string, purpose: string, text: string): string {
  const key = createHmac('sha256', secret).update(purpose).digest()
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Capitals and digits without look-alikes, which a QR code holds in fewer squares than small letters. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same in `length` letters, 32 at most, of 5 bits each: for an address that is scanned, or typed. */
export function keyedCode(secret: string, purpose: string, text: string, length: number): string {
  const bytes = Buffer.from(keyedHash(secret, purpose, text), 'base64url').subarray(0, length)
  return Array.from(bytes, byte => LETTERS[byte & 31]).join('')
}

/** Whether two hashes are the same, in a time that does not tell where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Digest (SHA-256) of the bytes and of the words that go with them, 43 letters. */
export function digestOf(bytes: Uint8Array, said: string): string {
  return createHash('sha256').update(bytes).update('\u0000').update(said).digest('base64url')
}
