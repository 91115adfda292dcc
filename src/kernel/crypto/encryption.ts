import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** 32 bytes that nobody can foresee. */
export function randomKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** A key of its own for each `purpose`: whoever holds one of them learns nothing of the others. */
export function derivedKey(from: string | Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', from, '', purpose, KEY_BYTES))
}

/** The same 43 letters for the same text under the same key; without the key nobody can try texts. */
export function markUnder(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/**
 * `bytes` so that only `key` opens them, and only in the same `context`: what is sealed for one place opens in no
 * other. AES-256-GCM under a fresh nonce: the same bytes never look the same, and the length tells only theirs.
 */
export function sealed(key: Buffer, bytes: Buffer, context: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context))
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, hidden, cipher.getAuthTag()]).toString('base64url')
}

/** What `sealed` was given, or undefined when anything of it was changed, or it is of another key or context. */
export function unsealed(key: Buffer, text: string, context: string): Buffer | undefined {
  const whole = Buffer.from(text, 'base64url')
  // The last letter of base64url has bits to spare: several spellings would decode alike.
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
