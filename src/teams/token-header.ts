/** What a token says of itself before anything of it is proven. */
type TokenHeader = { readonly alg?: unknown; readonly crit?: unknown; readonly kid?: unknown }

/** The header of the token in an `Authorization` header; empty when it cannot be read. */
export function tokenHeaderOf(authorization: string): TokenHeader {
  const [first = ''] = authorization.replace(/^Bearer /i, '').split('.')
  try {
    return Object(JSON.parse(Buffer.from(first, 'base64url').toString('utf8')))
  } catch {
    return {}
  }
}
