import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 in base64url. */
const MAC_LENGTH = 43
const SIGNED = new RegExp(`^([\\w.-]{1,200})\\.([\\w-]{${MAC_LENGTH}})$`)

function macOf(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

/** `text` with its signature behind it, to stand in an address. `text`: 1 to 200 letters, digits and `_ . -`. */
export function signed(secret: string, text: string): string {
  return `${text}.${macOf(secret, text).toString('base64url')}`
}

/** What `signed` was given, or undefined when this secret did not sign it letter by letter as it stands. */
export function verified(secret: string, given: string): string | undefined {
  const [, text = '', mac = ''] = SIGNED.exec(given) ?? []
  if (text === '') return undefined
  const wanted = macOf(secret, text)
  const offered = Buffer.from(mac, 'base64url')
  if (offered.length !== wanted.length || !timingSafeEqual(offered, wanted)) return undefined
  // The last letter of base64url has bits to spare: four spellings would decode alike.
  return offered.toString('base64url') === mac ? text : undefined
}

/**
 * The same 43 letters for the same text, from which nobody reads it, nor tries texts without the secret. `purpose`
 * keeps apart what is hashed for different ends.
 */
export function keyedHash(secret: string, purpose: string, text: string): string {
  const key = createHmac('sha256', secret).update(purpose).digest()
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** 43 letters that stand for the bytes and what is said with them: other bytes or other words have others. */
export function digestOf(bytes: Uint8Array, said: string): string {
  return createHash('sha256').update(bytes).update('\u0000').update(said).digest('base64url')
}
