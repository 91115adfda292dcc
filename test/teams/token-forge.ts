import {
  constants,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign as signature,
} from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const APP = '22222222-2222-4222-8222-222222222222'

const rsa = (modulusLength = 2_048) => generateKeyPairSync('rsa', { modulusLength })
const [MAIN, OTHER, STRANGER, SMALL] = [rsa(), rsa(), rsa(), rsa(1_024)]
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export type Signer = keyof typeof PRIVATE
const PRIVATE = {
  main: MAIN.privateKey,
  other: OTHER.privateKey,
  stranger: STRANGER.privateKey,
  small: SMALL.privateKey,
}
const PEM = MAIN.publicKey.export({ type: 'pkcs1', format: 'pem' })

const jwk = (key: KeyObject, fields: object): object => ({ ...key.export({ format: 'jwk' }), ...fields })
const plainBase64 = (text = '') => Buffer.from(text, 'base64url').toString('base64')

/** What a document of keys may hold: endorsed or not, without an id, an odd one, no RSA, twice the same id. */
export const PUBLISHED: readonly unknown[] = [
  jwk(MAIN.publicKey, { kid: 'main', endorsements: ['skype', 'msteams'] }),
  jwk(OTHER.publicKey, { kid: 'other', endorsements: ['msteams'] }),
  jwk(MAIN.publicKey, { kid: 'webchat', endorsements: ['webchat'] }),
  jwk(MAIN.publicKey, { kid: 'nested', endorsements: [['msteams']] }),
  jwk(MAIN.publicKey, { kid: 'any' }),
  jwk(MAIN.publicKey, { kid: 'empty', endorsements: [] }),
  jwk(MAIN.publicKey, { kid: 'text', endorsements: 'webchat' }),
  jwk(MAIN.publicKey, { endorsements: ['msteams'] }),
  jwk(OTHER.publicKey, { endorsements: ['msteams'] }),
  jwk(MAIN.publicKey, { kid: 7 }),
  jwk(MAIN.publicKey, { kid: null }),
  jwk(MAIN.publicKey, { kid: '' }),
  jwk(MAIN.publicKey, { kid: 'clé' }),
  jwk(MAIN.publicKey, { kid: '__proto__' }),
  jwk(SMALL.publicKey, { kid: 'small' }),
  jwk(EC.publicKey, { kid: 'ec' }),
  jwk(EC.publicKey, { kid: 'twice' }),
  jwk(MAIN.publicKey, { kid: 'twice' }),
  jwk(MAIN.publicKey, { kid: 'odd type', kty: 'EC', alg: 'ES256', use: 'enc' }),
  jwk(MAIN.publicKey, { kid: 'plain', n: plainBase64(MAIN.publicKey.export({ format: 'jwk' }).n) }),
  jwk(MAIN.publicKey, { kid: 'no modulus', n: '' }),
  { kid: 'broken', kty: 'RSA', n: 'AQAB', e: 'AQAB' },
]

/** Serves documents of OpenID and of keys, `keys` of them. Its address is new each time: the SDK keeps keys by it. */
export async function serveKeys(keys: readonly unknown[] = PUBLISHED) {
  const calls: string[] = []
  const state = { broken: false, keys, document: (base: string): unknown => ({ jwks_uri: `${base}/keys` }) }
  const server = createServer((request, response) => {
    const isKeys = request.url?.endsWith('/keys') ?? false
    calls.push(isKeys ? 'keys' : 'document')
    response.statusCode = state.broken ? 500 : 200
    response.end(JSON.stringify(isKeys ? { keys: state.keys } : state.document(base)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${randomUUID()}`
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `${base}/openid`, calls, state, close }
}

type Sign = (text: string, signer: Signer) => Buffer
const rsaSign =
  (hash: string): Sign =>
  (text, signer) =>
    signature(hash, Buffer.from(text), PRIVATE[signer])

/** How a signature is made, whatever the header says. */
export const SIGNING = {
  RS256: rsaSign('RSA-SHA256'),
  RS384: rsaSign('RSA-SHA384'),
  RS512: rsaSign('RSA-SHA512'),
  PS256: (text: string, signer: Signer) =>
    signature('RSA-SHA256', Buffer.from(text), {
      key: PRIVATE[signer],
      padding: constants.RSA_PKCS1_PSS_PADDING,
    }),
  ES256: (text: string) =>
    signature('sha256', Buffer.from(text), { key: EC.privateKey, dsaEncoding: 'ieee-p1363' }),
  HS256: (text: string) => createHmac('sha256', PEM).update(text).digest(),
  none: () => Buffer.alloc(0),
} satisfies Readonly<Record<string, Sign>>

export type Fields = Readonly<Record<string, unknown>>
export type Draft = {
  /** JSON, or the bytes of it. */
  readonly header: Fields | Buffer
  readonly claims: Fields | Buffer
  readonly signer: Signer
  readonly signing: keyof typeof SIGNING
  /** What becomes of the signature, of the token, and of the header that carries it. */
  readonly signed: (bytes: Buffer) => Buffer
  readonly compact: (token: string) => string
  readonly carried: (token: string) => string
}

/** A token that holds, at `now` in seconds. */
export const goodDraft = (now: number): Draft => ({
  header: { alg: 'RS256', typ: 'JWT', kid: 'main' },
  claims: {
    serviceurl: 'https://smba.trafficmanager.net/emea/',
    nbf: now - 10,
    exp: now + 3_600,
    iss: 'https://api.botframework.com',
    aud: APP,
  },
  signer: 'main',
  signing: 'RS256',
  signed: bytes => bytes,
  compact: token => token,
  carried: token => `Bearer ${token}`,
})

const bytesOf = (value: Fields | Buffer) =>
  Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))

/** The `Authorization` header of a draft. */
export function forged({ header, claims, signer, signing, signed, compact, carried }: Draft): string {
  const text = [header, claims].map(part => bytesOf(part).toString('base64url')).join('.')
  const last = signed(SIGNING[signing](text, signer)).toString('base64url')
  return carried(compact(`${text}.${last}`))
}
