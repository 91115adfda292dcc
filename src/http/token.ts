import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { type Clock, HOUR } from '../kernel/clock.ts'
import { Refusal } from '../kernel/refusal.ts'

/** Who a token speaks for. Name, mail and user name prove nothing; object id and tenant do. */
export type Claims = {
  readonly tenant: string
  readonly objectId: string
  readonly name: string
  /** What the browser prefers, such as `fr-FR`; may be empty. */
  readonly locale: string
}

export type TokenRules = {
  /** Exactly these: the client id, which v2 tokens name, and the Application ID URI of v1. */
  readonly audiences: readonly string[]
  readonly tenants: readonly string[]
  /** Where Entra's public keys are; another address in demo mode and in tests. */
  readonly keysUrl?: string
}

const ENTRA_KEYS = 'https://login.microsoftonline.com/common/discovery/v2.0/keys'
const SKEW_S = 60
/** A token signed with a key that is not known yet fetches them again sooner. */
const KEYS_FRESH_MS = 6 * HOUR

const payload = z.object({
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  iss: z.string(),
  ver: z.enum(['1.0', '2.0']),
  scp: z.string(),
  nbf: z.number(),
  exp: z.number(),
  name: z.string().max(1_000).optional().catch(undefined),
})

function issuerOf(ver: '1.0' | '2.0', tenant: string): string {
  return ver === '2.0'
    ? `https://login.microsoftonline.com/${tenant}/v2.0`
    : `https://sts.windows.net/${tenant}/`
}

function refused(): Refusal {
  return new Refusal('sign-in')
}

/** The keys could not be had: not the caller's doing. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true
  return (
    error.code === 'ERR_JWKS_TIMEOUT' ||
    error.code === 'ERR_JWKS_INVALID' ||
    error.code === 'ERR_JOSE_GENERIC'
  )
}

/** Checks a token that Teams gave a tab (platform.md, 4.1). The promise rejects with a Refusal, `sign-in` mostly. */
export function createTokenCheck({ audiences, tenants, keysUrl = ENTRA_KEYS }: TokenRules, clock: Clock) {
  const keys = createRemoteJWKSet(new URL(keysUrl), { cacheMaxAge: KEYS_FRESH_MS })
  // With no audience to hold a token to, the library would accept any.
  const audience = audiences.length > 0 ? [...audiences] : undefined
  const allowed = tenants.map(tenant => tenant.toLowerCase())

  async function verified(token: string): Promise<unknown> {
    if (!audience) throw refused()
    const rules = {
      algorithms: ['RS256'],
      audience,
      clockTolerance: SKEW_S,
      currentDate: new Date(clock.now()),
    }
    try {
      return (await jwtVerify(token, keys, rules)).payload
    } catch (error) {
      throw isOutage(error) ? new Refusal('sign-in-unavailable') : refused()
    }
  }

  /** @throws Refusal `sign-in`, `sign-in-unavailable` */
  return async (authorization: string | undefined, locale: string): Promise<Claims> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
    if (!token) throw refused()
    const { data } = payload.safeParse(await verified(token))
    if (!data || !allowed.includes(data.tid) || data.iss !== issuerOf(data.ver, data.tid)) throw refused()
    if (!data.scp.split(' ').includes('access_as_user')) throw refused()
    return { tenant: data.tid, objectId: data.oid, name: data.name ?? '', locale }
  }
}
