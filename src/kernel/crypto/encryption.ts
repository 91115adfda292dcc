import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** 32 bytes from the cryptographic random generator. */
export function randomKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Key derivation (HKDF): one key for each `purpose`, from which the others cannot be computed. */
export function derivedKey(from: string | Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', from, '', purpose, KEY_BYTES))
}

/** Keyed hash (HMAC) of a text, 43 letters: deterministic, and not to be guessed by trying texts without the key. */
export function markUnder(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/**
 * Authenticated encryption: `bytes` open with `key` in the same `context` only, so a sealed value cannot be moved
 * elsewhere. AES-256-GCM with a fresh nonce: equal inputs look different, and only the length is disclosed.
 */
export function sealed(key: Buffer, bytes: Buffer, context: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context))
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, hidden, cipher.getAuthTag()]).toString('base64url')
}

/** Decrypts what `sealed` returned; undefined when it was altered, or the key or context is another. */
export function unsealed(key: Buffer, text: string, context: string): Buffer | undefined {
  const whole = Buffer.from(text, 'base64url')
  // The last letter of base64url has spare bits: several spellings would decode alike.
  if (whole.length < NONCE_BYTES + TAG_BYTES || whole.toString('base64url') !== text) return undefined
  const nonce = whole.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(whole.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(whole.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}
