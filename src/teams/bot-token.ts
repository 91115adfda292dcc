import { type KeyObject, verify } from 'node:crypto'

type Fields = Readonly<Record<string, unknown>>

/** What a token says; unverified until its signature is. */
export type BotToken = {
  readonly header: Fields
  readonly claims: Fields
  /** What the signature is of. */
  readonly signed: string
  /** Base64url. */
  readonly signature: string
}

/** A JWS in compact form whose signature is not empty (jws/lib/verify-stream.js, jsonwebtoken/verify.js). */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function partOf(base64url: string, encoding: 'latin1' | 'utf8'): unknown {
  return parseJson(Buffer.from(base64url, 'base64url').toString(encoding))
}

/** Claims may be JSON within JSON where the header says `typ: JWT` (jws/lib/verify-stream.js, jsonwebtoken/decode.js). */
function claimsOf(part: string, { typ }: Fields): unknown {
  const claims = partOf(part, 'utf8')
  return typ === 'JWT' && typeof claims === 'string' ? parseJson(claims) : claims
}

/**
 * Reads the token of an `Authorization` header: `Bearer`, one space, a JWS of JSON objects. Its header is Latin-1, as
 * the SDK has it: a key's id is compared letter by letter.
 * @returns undefined when malformed
 */
export function readToken(authorization: string): BotToken | undefined {
  const [scheme, token = '', more] = authorization.split(' ', 3)
  if (scheme !== 'Bearer' || more !== undefined || !COMPACT.test(token)) return undefined
  const [first = '', second = '', signature = ''] = token.split('.')
  const header = partOf(first, 'latin1')
  if (!isFields(header)) return undefined
  const claims = claimsOf(second, header)
  return isFields(claims) ? { header, claims, signed: `${first}.${second}`, signature } : undefined
}

/** Whether the holder of `key`, which is RSA, signed the token as RS256. */
export function isSignedBy(key: KeyObject, { signed, signature }: BotToken): boolean {
  return verify('RSA-SHA256', Buffer.from(signed), key, Buffer.from(signature, 'base64url'))
}
