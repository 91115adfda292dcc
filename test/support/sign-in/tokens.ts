import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import type { LocalSignIn } from '../../../src/teams/index.ts'
import { FOREIGN_TENANT, type Person } from './cast.ts'

const BOT_ISSUER = 'https://api.botframework.com'
const HOUR_S = 3_600
/** Teams in a browser, which asks for a tab's token. */
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'

/** Invalid tokens. `key`: signed by a stranger; `kid`: with an unpublished key; `hmac`: HS256. */
export const FLAWS = ['key', 'kid', 'expired', 'early', 'hmac', 'unsigned'] as const
export type Flaw = (typeof FLAWS)[number]

type Claims = JWTPayload & { readonly [claim: string]: unknown }

/** A stand-in for Microsoft's sign-in: tokens of Teams and of tabs' users, and their keys. */
export type SignIn = {
  /** OpenID document whose keys sign what Teams sends. */
  readonly openIdUrl: string
  readonly keysUrl: string
  /** The bearer token with which the bot calls the connector. */
  readonly connectorToken: string
  /** For the bot: URL of keys, and its token. */
  readonly local: LocalSignIn
  /** Token of Teams for an activity. `serviceurl` has to be that of the activity. */
  readonly botToken: (claims: Claims, flaw?: Flaw) => Promise<string>
  /** A version 2.0 token of the tab's user. */
  readonly tabToken: (
    person: Pick<Person, 'objectId' | 'tenant' | 'name' | 'guest'>,
    claims?: Claims,
    flaw?: Flaw,
  ) => Promise<string>
  /** A token with any header and claims, signed as RS256 by the published key. */
  readonly signed: (header: unknown, claims: unknown) => Promise<string>
  /** The published JWK of that key. */
  readonly publicKey: () => Readonly<Record<string, unknown>>
  /** Key rollover: another key signs from now on, published beside the old one with `fields` added. */
  readonly rollOver: (fields?: object) => Promise<void>
  /** How often the keys were fetched. */
  readonly keyCalls: () => number
  /** How often the OpenID document was. */
  readonly documentCalls: () => number
  /** The keys answer 500 from now on, or work again. */
  readonly breakDown: (broken?: boolean) => void
  readonly close: () => Promise<void>
}

type Options = {
  /** The bot's id: audience of what Teams sends, and of the tab's tokens unless they say otherwise. */
  readonly appId: string
  /** Milliseconds, for the tab's tokens. A bot's token is checked against the true time. */
  readonly now?: () => number
}

const pair = () => generateKeyPair('RS256')
/** Cached for the process: generating an RSA key takes longer than most tests. */
const stranger = pair()
/** The first key of a sign-in, and those it rolls over to. */
const pairs: ReturnType<typeof pair>[] = []

function pairAt(turn: number): ReturnType<typeof pair> {
  const made = pairs[turn] ?? pair()
  pairs[turn] = made
  return made
}

async function signing(turn: number, fields: object = {}) {
  const kid = randomUUID()
  const known = await pairAt(turn)
  const jwk = {
    ...(await exportJWK(known.publicKey)),
    kid,
    alg: 'RS256',
    use: 'sig',
    endorsements: ['msteams'],
    ...fields,
  }
  const rsa = (claims: Claims, of: string, key: typeof known.privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: of }).sign(key)
  const timed = (claims: Claims, shift: number): Claims => ({
    ...claims,
    nbf: Number(claims.nbf) + shift,
    exp: Number(claims.exp) + shift,
  })

  async function sign(claims: Claims, flaw?: Flaw): Promise<string> {
    switch (flaw) {
      case 'key':
        return rsa(claims, kid, (await stranger).privateKey)
      case 'kid':
        return rsa(claims, 'somebody-else', (await stranger).privateKey)
      case 'expired':
        return rsa(timed(claims, -3 * HOUR_S), kid, known.privateKey)
      case 'early':
        return rsa(timed(claims, 3 * HOUR_S), kid, known.privateKey)
      case 'hmac':
        // Algorithm confusion: a check that lets the token choose takes the public key for an HMAC secret.
        return new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid })
          .sign(new TextEncoder().encode(JSON.stringify(jwk)))
      case 'unsigned':
        return new UnsecuredJWT(claims).encode()
      default:
        return rsa(claims, kid, known.privateKey)
    }
  }

  /** Whatever the header says, RS256 with the key that is published. */
  async function signed(header: unknown, claims: unknown): Promise<string> {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')
    const text = `${part(header)}.${part(claims)}`
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', known.privateKey, Buffer.from(text))
    return `${text}.${Buffer.from(signature).toString('base64url')}`
  }
  return { jwk, sign, signed }
}

/**
 * Starts it on loopback. Its address is new each time, even on a reused port: the SDK caches keys by address for a
 * day.
 */
export async function startSignIn({ appId, now = Date.now }: Options): Promise<SignIn> {
  let current = await signing(0)
  const published: object[] = [current.jwk]
  const sign = (claims: Claims, flaw?: Flaw) => current.sign(claims, flaw)
  let broken = false
  let keyCalls = 0
  let documentCalls = 0
  const server = createServer((request, response) => {
    response.statusCode = broken ? 500 : 200
    response.setHeader('content-type', 'application/json')
    const document = {
      issuer: BOT_ISSUER,
      jwks_uri: `${base}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }
    const forKeys = request.url?.endsWith('/keys') ?? false
    if (forKeys) keyCalls += 1
    else documentCalls += 1
    response.end(JSON.stringify(forKeys ? { keys: published } : document))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${randomUUID()}`
  const openIdUrl = `${base}/.well-known/openidconfiguration`
  const connectorToken = `bot-${randomUUID()}`
  const lifetime = (ms: number) => {
    const at = Math.floor(ms / 1_000)
    return { iat: at, nbf: at - 10, exp: at + HOUR_S }
  }
  return {
    openIdUrl,
    keysUrl: `${base}/keys`,
    connectorToken,
    local: { openIdUrl, token: async () => connectorToken },
    botToken: (claims, flaw) =>
      sign({ iss: BOT_ISSUER, aud: appId, ...lifetime(Date.now()), ...claims }, flaw),
    tabToken: ({ objectId, tenant, name, guest }, claims, flaw) =>
      sign(
        {
          aud: appId,
          iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
          ...lifetime(now()),
          tid: tenant,
          oid: objectId,
          name,
          scp: 'openid access_as_user',
          ver: '2.0',
          // As the sign-in says which client asks: `azp` in version 2.0, `appid` in 1.0.
          // Asked for by infra/entra.json.
          acct: guest ? 1 : 0,
          ...(guest && { idp: `https://sts.windows.net/${FOREIGN_TENANT}/` }),
          [claims?.ver === '1.0' ? 'appid' : 'azp']: TEAMS_WEB,
          ...claims,
        },
        flaw,
      ),
    signed: (header, claims) => current.signed(header, claims),
    publicKey: () => current.jwk,
    rollOver: async fields => {
      current = await signing(published.length, fields)
      published.push(current.jwk)
    },
    keyCalls: () => keyCalls,
    documentCalls: () => documentCalls,
    breakDown: (state = true) => {
      broken = state
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
