import { createHmac } from 'node:crypto'
import { CLIENTS } from '../../../src/http/sign-in/token.ts'
import { type Person, TENANT } from '../../support/sign-in/cast.ts'
import type { Ground } from './ground.ts'
import { type Change, mutated } from './mutation.ts'
import { bytes } from './request.ts'

type Parts = {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}
type Turn = { readonly at: number; readonly change: Change }
/** `may`: whether a check that does its work can let it in. */
export type Forged = { readonly what: string; readonly authorization: string; readonly may: boolean }

const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')
const HOUR_S = 3_600

function partsOf(token: string): Parts {
  const [header, claims] = token.split('.')
  return { header: decoded(header), claims: decoded(claims) }
}

const ALGORITHMS = [
  'none',
  'None',
  'nOnE',
  'HS256',
  'HS512',
  'RS384',
  'RS512',
  'PS256',
  'ES256',
  'EdDSA',
  '',
  'rs256',
]
const HEADERS: readonly Record<string, unknown>[] = [
  ...ALGORITHMS.map(alg => ({ alg })),
  ...[null, 1, [], {}].map(alg => ({ alg })),
  ...['x'.repeat(3_000), 'unknown', '__proto__', '', 7, null, [], {}].map(kid => ({ kid })),
  { crit: ['exp'] },
  { crit: ['x'], x: 1 },
  { b64: false, crit: ['b64'] },
  { jku: 'https://evil.example/keys', kid: 'evil' },
  { enc: 'A256GCM', alg: 'RSA-OAEP' },
]

/** Claims that prove nothing, whoever signed them. */
const CLAIMS: readonly Record<string, unknown>[] = [
  ...['', 'https://evil.example', 'https://login.microsoftonline.com/common/v2.0', null, 7, []].map(iss => ({
    iss,
  })),
  ...['', 'other', 'BOT', null, 7, [], ['other'], {}].map(aud => ({ aud })),
  ...[undefined, 0, -1, '9999999999', null, {}].map(exp => ({ exp })),
  ...[1e12, '0', {}].map(nbf => ({ nbf })),
  { exp: Number.MAX_VALUE, nbf: Number.MAX_VALUE },
]
const OF_TAB: readonly Record<string, unknown>[] = [
  ...['', 'access_as_users', 'User.Read', null, [], ['access_as_user'], undefined].map(scp => ({ scp })),
  ...['', 'common', null, [TENANT], {}, undefined].map(tid => ({ tid })),
  ...['', 'me', null, 7, undefined].map(oid => ({ oid })),
  ...['3.0', '', null, 2, '1.0', undefined].map(ver => ({ ver })),
  ...['', 'teams', TENANT, null, 7, [], undefined].map(azp => ({ azp })),
]
const OF_BOT: readonly Record<string, unknown>[] = [
  ...['', 'https://evil.example', null, [], undefined].map(serviceurl => ({ serviceurl })),
]

const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

/** Ways to spoil a token that is whole. */
const BROKEN: readonly ((token: string, parts: Parts) => string)[] = [
  token => token.slice(0, -20),
  token => token.slice(0, token.lastIndexOf('.') + 1),
  token => token.slice(0, token.lastIndexOf('.')),
  token => `${token}.${token}`,
  token => `.${token}`,
  token => token.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
  token => token.replace('.', '.é'),
  token => token.replaceAll('.', '..'),
  token => `${token}\u00A0`,
  token => `${token} ${token}`,
  token => token.toUpperCase(),
  (token, { claims }) => token.replace(/\.[^.]*\./, `.${encoded({ ...claims, oid: TENANT, aud: 'x' })}.`),
  (token, { header }) => token.replace(/^[^.]*/, encoded({ ...header, alg: 'none' })),
  () => '',
  () => '..',
  () => 'a.b.c',
  () => 'null',
  () => 'x'.repeat(8_000),
  () => `${encoded({ alg: 'none' })}.${encoded({})}.`,
]
const SCHEMES: readonly ((token: string) => string)[] = [
  token => `Basic ${token}`,
  token => token,
  token => `Bearer${token}`,
  token => `Bearer  ${token}`,
  token => `Bearer ${token},Bearer ${token}`,
  () => 'Bearer',
]

function holdsTimes({ exp, nbf }: Parts['claims'], now: number, skew: number): boolean {
  return (
    typeof exp === 'number' &&
    exp > now - skew &&
    (nbf === undefined || (typeof nbf === 'number' && nbf <= now + skew))
  )
}

/** The bot's library reads claims that are JSON within JSON: a text signed by the right key proves as much. */
function claimsIn(value: unknown): Parts['claims'] {
  if (typeof value !== 'string') return Object(value)
  try {
    return Object(JSON.parse(value))
  } catch {
    return {}
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

export type Maker = (turn: Turn) => Promise<Forged>

/** Spoils what `base` gives; `odd` are claims that this door must not take, `mayHold` whether changed ones can be good. */
function forging(
  ground: Ground,
  base: () => Promise<string>,
  odd: typeof CLAIMS,
  mayHold: (claims: Parts['claims']) => boolean,
): Maker {
  const { signed, publicKey } = ground.bot.signIn
  const said = (token: string) => `Bearer ${token}`

  async function hmac({ header, claims }: Parts): Promise<string> {
    const text = `${encoded({ ...header, alg: 'HS256' })}.${encoded(claims)}`
    return `${text}.${createHmac('sha256', JSON.stringify(publicKey())).update(text).digest('base64url')}`
  }

  return async ({ at, change }) => {
    const token = await base()
    const parts = partsOf(token)
    const n = Math.floor(at / 8)
    switch (at % 8) {
      case 0: {
        const header = { ...parts.header, ...pick(HEADERS, n) }
        return {
          what: `header ${JSON.stringify(pick(HEADERS, n)).slice(0, 60)}`,
          authorization: said(await signed(header, parts.claims)),
          may: false,
        }
      }
      case 1:
      case 2: {
        const claim = pick([...CLAIMS, ...odd], n)
        const claims = { ...parts.claims, ...claim }
        return {
          what: `claim ${JSON.stringify(claim)}`,
          authorization: said(await signed(parts.header, claims)),
          may: mayHold(claims),
        }
      }
      case 3:
        return {
          what: `broken ${n % BROKEN.length}`,
          authorization: bytes(said(pick(BROKEN, n)(token, parts))),
          may: false,
        }
      case 4:
        return { what: `scheme ${n % SCHEMES.length}`, authorization: pick(SCHEMES, n)(token), may: false }
      case 5:
        return { what: 'HMAC with the public key', authorization: said(await hmac(parts)), may: false }
      default: {
        const { value, what } = mutated(parts, { at: n, change }, ground.pool, 'claims')
        const authorization = said(await signed(value.header, value.claims))
        return { what, authorization, may: mayHold(claimsIn(value.claims)) }
      }
    }
  }
}

/** Tokens of a tab's page. */
export function tabTokens(ground: Ground, who: Person): Maker {
  const { bot } = ground
  const id = bot.teams.bot.id
  const fits = ({ aud, iss, tid, scp, oid, ...claims }: Parts['claims']) =>
    [aud].flat().includes(id) &&
    iss === `https://login.microsoftonline.com/${text(tid).toLowerCase()}/v2.0` &&
    claims.ver === '2.0' &&
    CLIENTS.includes(text(claims.azp).toLowerCase()) &&
    text(oid).length === 36 &&
    text(scp).split(' ').includes('access_as_user') &&
    holdsTimes(claims, bot.clock.now() / 1_000, 60)
  return forging(ground, () => bot.signIn.tabToken(who), OF_TAB, fits)
}

/** Tokens of what Teams sends. */
export function botTokens(ground: Ground): Maker {
  const { bot } = ground
  const fits = ({ aud, iss, serviceurl, ...claims }: Parts['claims']) =>
    [aud].flat().includes(bot.teams.bot.id) &&
    iss === 'https://api.botframework.com' &&
    serviceurl === bot.teams.serviceUrl &&
    holdsTimes(claims, Date.now() / 1_000, HOUR_S / 12)
  return forging(ground, () => bot.signIn.botToken({ serviceurl: bot.teams.serviceUrl }), OF_BOT, fits)
}
