import { jwtVerify } from 'jose'
import { z } from 'zod'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { type Clock, SECOND } from '../../kernel/time/clock.ts'
import { createKeys, KeysUnavailable } from './signing-keys.ts'

/** Claims of a verified token. Name, mail and user name prove nothing; object id and tenant do. */
export type Claims = {
  readonly tenant: string
  readonly objectId: string
  readonly name: string
  /** Locale of Teams or the browser, such as `fr-FR`; may be empty. */
  readonly locale: string
  /** Addresses that the token claims: good for finding a person in a list, never for knowing who they are. */
  readonly mails: readonly string[]
  /** Kind of account in its tenant; absent where the token does not state it. */
  readonly account?: 'member' | 'guest'
  /** Expiry (ms). */
  readonly expiresAt: number
}

export type TokenRules = {
  /** Accepted `aud`, exactly: the client id of v2 tokens, and the Application ID URI of v1. */
  readonly audiences: readonly string[]
  readonly tenants: readonly string[]
  /** Name of the organisation, for the refusal of a foreign tenant. */
  readonly organisation: string
  /** Called once when a token does not state whether its account is a guest's. */
  readonly untold?: () => void
  /** JWKS of Entra; another URL in demo mode and in tests. */
  readonly keysUrl?: string
}

const ENTRA_KEYS = 'https://login.microsoftonline.com/common/discovery/v2.0/keys'
const SKEW_S = 60

/**
 * Accepted client apps (`azp`): Teams on desktop and phone, Teams in the browser; the same two as in
 * infra/entra.json. Source: Microsoft Learn, «Configure your tab app in Microsoft Entra ID».
 */
export const CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
]

const mail = z.string().max(254).optional().catch(undefined)
const client = z.guid().toLowerCase().optional().catch(undefined)

const payload = z.object({
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  iss: z.string(),
  ver: z.enum(['1.0', '2.0']),
  scp: z.string(),
  nbf: z.number(),
  exp: z.number(),
  name: z.string().max(1_000).optional().catch(undefined),
  preferred_username: mail,
  upn: mail,
  email: mail,
  azp: client,
  appid: client,
  // An unreadable one is no identity provider of ours.
  idp: z.string().max(300).optional().catch(''),
  acct: z
    .preprocess(String, z.enum(['0', '1']))
    .optional()
    .catch(undefined),
})
type Payload = z.infer<typeof payload>

function issuerOf(ver: '1.0' | '2.0', tenant: string): string {
  return ver === '2.0'
    ? `https://login.microsoftonline.com/${tenant}/v2.0`
    : `https://sts.windows.net/${tenant}/`
}

const PROVIDER =
  /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.com)\/([\da-f-]{36})(?:\/(?:v2\.0)?)?$/i

/**
 * Guest or member: `idp` names the identity provider, where it is not the tenant itself; the optional claim `acct` is
 * 0 for a member and 1 for a guest. A guest from another allowed tenant counts as a member. Source: Microsoft Learn,
 * «Access token claims reference», «Optional claims reference».
 */
function accountOf({ idp, acct, tid }: Payload, allowed: readonly string[]): Claims['account'] {
  const home = idp === undefined ? tid : (PROVIDER.exec(idp)?.[1]?.toLowerCase() ?? '')
  if (home !== tid) return allowed.includes(home) ? 'member' : 'guest'
  return acct === '1' ? 'guest' : acct === '0' ? 'member' : undefined
}

function refused(): Refusal {
  return new Refusal('sign-in')
}

/**
 * Entra publishes keys of several issuers together: a key of personal accounts, or of one tenant, is valid for no
 * other. Source: learn.microsoft.com, «Validate the signing key issuer».
 */
function maySign(keyIssuer: string | undefined, tenant: string): boolean {
  return keyIssuer === undefined || keyIssuer.replace('{tenantid}', tenant) === issuerOf('2.0', tenant)
}

/** Verifies the single sign-on token that Teams gave a tab. The promise rejects with a Refusal, `sign-in` mostly. */
export function createTokenCheck(rules: TokenRules, clock: Clock) {
  const { audiences, tenants, organisation, keysUrl = ENTRA_KEYS } = rules
  let untold = rules.untold
  const keys = createKeys(keysUrl, clock)
  // Without an audience to check, the library would accept any.
  const audience = audiences.length > 0 ? [...audiences] : undefined
  const allowed = tenants.map(tenant => tenant.toLowerCase())

  async function verified(token: string) {
    if (!audience) throw refused()
    const currentDate = new Date(clock.now())
    const demands = { algorithms: ['RS256'], audience, clockTolerance: SKEW_S, currentDate }
    try {
      return await jwtVerify(token, keys.find, demands)
    } catch (error) {
      throw error instanceof KeysUnavailable ? new Refusal('sign-in-unavailable') : refused()
    }
  }

  /** @throws Refusal `sign-in`, `sign-in-unavailable`; `foreign-tenant` for a good token of somebody else's people */
  return async (authorization: string | undefined, locale: string): Promise<Claims> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
    if (!token) throw refused()
    const { payload: sent, protectedHeader } = await verified(token)
    const { data } = payload.safeParse(sent)
    if (!data || data.iss !== issuerOf(data.ver, data.tid)) throw refused()
    if (!maySign(keys.issuerOf(protectedHeader.kid), data.tid)) throw refused()
    if (!data.scp.split(' ').includes('access_as_user')) throw refused()
    if (!CLIENTS.includes((data.ver === '2.0' ? data.azp : data.appid) ?? '')) throw refused()
    if (!allowed.includes(data.tid)) throw new Refusal('foreign-tenant', { organisation })
    const mails = [data.preferred_username, data.upn, data.email].flatMap(given => given ?? [])
    const { tid: tenant, oid: objectId, name = '' } = data
    const account = accountOf(data, allowed)
    if (!account) {
      untold?.()
      untold = undefined
    }
    return {
      tenant,
      objectId,
      name,
      locale,
      mails,
      ...(account && { account }),
      expiresAt: data.exp * SECOND,
    }
  }
}
