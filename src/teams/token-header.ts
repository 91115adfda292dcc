/** Header of a token, unverified. */
type TokenHeader = { readonly alg?: unknown; readonly crit?: unknown; readonly kid?: unknown }

/** Decodes the header of the token in an `Authorization` header; empty when malformed. */
export function tokenHeaderOf(authorization: string): TokenHeader {
  const [first = ''] = authorization.replace(/^Bearer /i, '').split('.')
  try {
    return Object(JSON.parse(Buffer.from(first, 'base64url').toString('utf8')))
  } catch {
    return {}
  }
}
