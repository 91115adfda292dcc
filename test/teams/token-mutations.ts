import { APP, type Draft, type Fields, SIGNING, type Signer } from './token-forge.ts'

/** Seconds by which two clocks may differ. */
const TOLERANCE = 300
const ISSUER = 'https://api.botframework.com'

const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 1.5, 2 ** 53, Number.MAX_VALUE, -Number.MAX_VALUE],
  ...['', ' ', '0', '1', '9999999999', 'NaN', 'null', 'é', '\u0000', '\uD800', 'x'.repeat(3_000)],
  ...[[], {}, [null], [[]], [{}], { toString: 1 }, { valueOf: 1 }, [{ toString: null }], { length: 1 }],
  ...['__proto__', 'AnonymousSkill', '1.0', '2.0', '3.0', ISSUER, 'https://api.botframework.us'],
  ...[APP, [APP]],
  ...[`${APP} `, APP.replace('2', 'A')],
]
const CLAIMS = ['iss', 'aud', 'exp', 'nbf', 'serviceurl', 'iat', 'tid', 'ver', 'appid', 'azp', 'sub', 'jti']
const NAMES = [...CLAIMS, '__proto__', 'constructor', 'toString', 'kid', 'endorsements', '']
const SHIFTS = [-2, -1.001, -1, -0.5, -0.001, 0, 0.001, 0.4, 0.6, 1, 1.5, 2, 1e6, -1e6]
const KIDS: readonly unknown[] = [
  ...[
    'other',
    'webchat',
    'nested',
    'any',
    'empty',
    'text',
    'clé',
    'small',
    'ec',
    'twice',
    'odd type',
    'plain',
  ],
  ...['no modulus', 'broken', 'unknown', 'MAIN', 'main ', '', '7', '__proto__', 'x'.repeat(3_000)],
  ...[7, null, undefined, true, [], {}, ['main'], 'null', 'undefined'],
]
const ALGORITHMS: readonly unknown[] = [
  ...['none', 'None', 'HS256', 'RS384', 'RS512', 'PS256', 'ES256', 'EdDSA', 'rs256', 'RS256 ', 'RSA', ''],
  ...[null, undefined, 7, true, ['RS256'], {}, { toString: 1 }],
]
const IN_HEADER: readonly Fields[] = [
  ...['jwt', 'JWS', 'at+jwt', '', null, 7, undefined, ['JWT'], {}].map(typ => ({ typ })),
  ...[null, [], ['exp'], ['b64'], 'exp', 0, false].map(crit => ({ crit })),
  ...[{ b64: false }, { zip: 'DEF' }, { cty: 'JWT' }, { enc: 'A256GCM' }, { jku: 'https://evil.example' }],
  ...[{ x5c: ['AAAA'] }, { jwk: { kty: 'RSA' } }, { x: 'é' }, { x: '\uD800' }, { x: 'x'.repeat(8_000) }],
]
const HEADERS: readonly (string | Buffer)[] = [
  '{"alg":"none","alg":"RS256","kid":"main"}',
  '{"alg":"RS256","alg":"none","kid":"main"}',
  '{"kid":"other","alg":"RS256","kid":"main"}',
  ' {"alg":"RS256","kid":"main"}\n',
  '\uFEFF{"alg":"RS256","kid":"main"}',
  '\u00A0{"alg":"RS256","kid":"main"}',
  '{"alg":"RS256","kid":"main",}',
  '{"alg":"RS256","kid":"ma\\u0069n"}',
  '{"alg":"RS256","kid":"cl\\u00e9"}',
  Buffer.from('{"alg":"RS256","kid":"clé"}', 'latin1'),
  Buffer.from([...Buffer.from('{"alg":"RS256","kid":"main","x":"'), 0xff, 0xc3, ...Buffer.from('"}')]),
  ...['{"alg":"RS256","kid":"main"', '[{"alg":"RS256"}]', '"RS256"', '7', 'null', 'true', '{}', '', 'x'],
  '{"__proto__":{"alg":"RS256","kid":"main"}}',
  '{"alg":"RS256","kid":"main","typ":"JWT","crit":null}',
]
/** Claims as they stand, put into JSON in ways that no library writes. */
const WRITTEN: readonly ((json: string) => string | Buffer)[] = [
  json => ` \t\n\r${json}\n`,
  json => `\uFEFF${json}`,
  json => `\u00A0${json}`,
  json => JSON.stringify(json),
  json => JSON.stringify(JSON.stringify(json)),
  json => JSON.stringify(` ${json} `),
  json => `[${json}]`,
  json => json.slice(0, -1),
  json => `${json}${json}`,
  json => `${json.slice(0, -1)},}`,
  json => json.replace('{', '{"exp":1,'),
  json => `${json.slice(0, -1)},"exp":1}`,
  json => `${json.slice(0, -1)},"exp":1e999}`,
  json => `${json.slice(0, -1)},"exp":-1e999}`,
  json => `${json.slice(0, -1)},"nbf":1e999}`,
  json => `${json.slice(0, -1)},"nbf":-1e999}`,
  json => `${json.slice(0, -1)},"nbf":NaN}`,
  json => `${json.slice(0, -1)},"aud":"other"}`,
  json => `${json.slice(0, -1)},"\\u0061ud":"other"}`,
  json => `${json.slice(0, -1)},"__proto__":{"aud":"other"}}`,
  json => `{"__proto__":${json}}`,
  json => Buffer.from([...Buffer.from(`${json.slice(0, -1)},"x":"`), 0xff, 0xfe, ...Buffer.from('"}')]),
  json => json.replaceAll('"', "'"),
  json => `/**/${json}`,
  ...['', 'null', '7', '"x"', '[]', '{}', 'x', '[[', '\u0000'].map(text => () => text),
  json => `${json.slice(0, -1)},"x":"${'x'.repeat(30_000)}"}`,
  json => `${json.slice(0, -1)},"x":${'['.repeat(500)}${']'.repeat(500)}}`,
]
const part = (token: string, at: number, change: (text: string) => string) =>
  token
    .split('.')
    .map((text, n) => (n === at ? change(text) : text))
    .join('.')
/** `n` says where, or which part. */
const SPOILT: readonly ((token: string, n: number) => string)[] = [
  (token, n) => token.slice(0, n % token.length),
  (token, n) => token.slice(n % token.length),
  (token, n) => token.slice(0, -1 - (n % 8)),
  (token, n) => part(token, n % 3, () => ''),
  (token, n) => part(token, n % 3, text => `${text}=`),
  (token, n) => part(token, n % 3, text => `${text}==`),
  (token, n) => part(token, n % 3, text => `${text}A`),
  (token, n) => part(token, n % 3, text => text.slice(0, -1)),
  (token, n) => part(token, n % 3, text => `${text}.${text}`),
  (token, n) => part(token, n % 3, text => text.replaceAll('-', '+').replaceAll('_', '/')),
  (token, n) => part(token, n % 3, text => ` ${text}`),
  (token, n) => part(token, n % 3, text => `${text}\n`),
  (token, n) => part(token, n % 3, text => `${text}\u00A0`),
  (token, n) => part(token, n % 3, text => `${text}é`),
  (token, n) => part(token, n % 3, text => `${text}\u0000`),
  (token, n) => part(token, n % 3, text => text.toUpperCase()),
  // The last letter of 256 bytes holds four bits that no byte takes.
  (token, n) => `${token.slice(0, -1)}${'ABCDEFGHgwQ'.at(n % 11)}`,
  (token, n) => {
    const at = n % token.length
    return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
  },
  token => token.split('.').toReversed().join('.'),
  token => `${token}.`,
  token => `.${token}`,
  token => token.replaceAll('.', '..'),
  token => `${token}.${token}`,
  token => `${token}\n`,
  ...['', '.', '..', 'a.b.c', 'null', 'x'.repeat(15_000), '.'.repeat(15_000), 'é'].map(text => () => text),
]
const CARRIED: readonly ((token: string) => string)[] = [
  ...[
    'bearer ',
    'BEARER ',
    'Bearer',
    'Bearer  ',
    'Bearer\t',
    ' Bearer ',
    '\tBearer ',
    'Basic ',
    '',
    'Bearer: ',
  ].map(scheme => (token: string) => `${scheme}${token}`),
  ...[' ', '\t', ' x', ',', '\u00A0', '\n', ';'].map(tail => (token: string) => `Bearer ${token}${tail}`),
  token => `Bearer ${token} ${token}`,
  token => `Bearer ${token},Bearer ${token}`,
  token => `Bearer\u00A0${token}`,
  token => `Bearer "${token}"`,
  ...['Bearer', 'Bearer ', '', ' ', headerAlone()].map(text => () => text),
]
const SIGNATURES: readonly ((bytes: Buffer, n: number) => Buffer)[] = [
  (bytes, n) =>
    Buffer.from(bytes.map((byte, at) => (at === n % bytes.length ? byte ^ (1 << (n % 8)) : byte))),
  bytes => bytes.subarray(1),
  bytes => bytes.subarray(0, -1),
  bytes => Buffer.concat([Buffer.alloc(1), bytes]),
  bytes => Buffer.concat([bytes, Buffer.alloc(1)]),
  bytes => Buffer.alloc(bytes.length),
  bytes => Buffer.alloc(bytes.length, 0xff),
  bytes => Buffer.from(bytes.toReversed()),
  () => Buffer.alloc(0),
  () => Buffer.alloc(1, 1),
]
const TENANT = '11111111-1111-4111-8111-111111111111'
const OF_ENTRA = [
  `https://sts.windows.net/${TENANT}/`,
  `https://login.microsoftonline.com/${TENANT}/v2.0`,
  `https://login.microsoftonline.us/${TENANT}/v2.0`,
  'https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/',
  'https://sts.windows.net/unknown/',
]

const MORE = ['x', 'sub', 'jti', 'iat', 'name']
const GOOD_KIDS: readonly unknown[] = [
  'any',
  'empty',
  'text',
  7,
  null,
  '',
  undefined,
  'plain',
  'odd type',
  '__proto__',
]

const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T
const fieldsOf = (value: Fields | Buffer): Fields => (Buffer.isBuffer(value) ? {} : value)

/** No token, but what a header may hold as well. */
function headerAlone(): string {
  return `Bearer ${Buffer.from('{"alg":"RS256","kid":"main"}').toString('base64url')}`
}

/** An own property, as JSON.parse makes it: an assignment would set the prototype. */
function withField(of: Fields | Buffer, name: string, value: unknown): Fields {
  return Object.defineProperty({ ...fieldsOf(of) }, name, { value, enumerable: true, configurable: true })
}

/** Changes a draft in one of so many ways of two numbers; `now` in seconds. */
export type Mutation = {
  readonly ways: readonly [number, number]
  readonly of: (draft: Draft, a: number, b: number, now: number) => Draft
}
const EDGES = [
  ['exp', -TOLERANCE],
  ['nbf', TOLERANCE],
] as const
const SIGNED = Object.keys(SIGNING) as (keyof typeof SIGNING)[]
const STRANGERS: readonly Signer[] = ['other', 'stranger', 'small']
const VERSIONS = ['1.0', '2.0', '', 1, '3.0', undefined]
const IDS: readonly unknown[] = [APP, 'another', '', null, 0, [APP], 'AnonymousSkill', undefined]
const TENANTS: readonly unknown[] = [TENANT, undefined, 'unknown', { toString: 1 }]

const withClaims = (draft: Draft, claims: Fields): Draft => ({
  ...draft,
  claims: { ...fieldsOf(draft.claims), ...claims },
})
const withClaim = (draft: Draft, name: string, value: unknown): Draft => ({
  ...draft,
  claims: withField(draft.claims, name, value),
})
const withHeader = (draft: Draft, name: string, value: unknown): Draft => ({
  ...draft,
  header: withField(draft.header, name, value),
})

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'an odd claim': {
    ways: [NAMES.length, ODD.length],
    of: (draft, a, b) => withClaim(draft, pick(NAMES, a), pick(ODD, b)),
  },
  'a claim less': {
    ways: [CLAIMS.length, 1],
    of: (draft, a) => withClaim(draft, pick(CLAIMS, a), undefined),
  },
  'another hour': {
    ways: [EDGES.length, SHIFTS.length],
    of: (draft, a, b, now) => {
      const [name, edge] = pick(EDGES, a)
      return withClaim(draft, name, now + edge + pick(SHIFTS, b))
    },
  },
  'another key': {
    ways: [STRANGERS.length, 1],
    of: (draft, a) => ({ ...draft, signer: pick(STRANGERS, a) }),
  },
  'another key id': { ways: [KIDS.length, 1], of: (draft, a) => withHeader(draft, 'kid', pick(KIDS, a)) },
  'an algorithm that is said': {
    ways: [ALGORITHMS.length, 1],
    of: (draft, a) => withHeader(draft, 'alg', pick(ALGORITHMS, a)),
  },
  'an algorithm that is used': {
    ways: [SIGNED.length, 1],
    of: (draft, a) => ({ ...draft, signing: pick(SIGNED, a) }),
  },
  'an algorithm, said and used': {
    ways: [SIGNED.length, 1],
    of: (draft, a) => ({ ...withHeader(draft, 'alg', pick(SIGNED, a)), signing: pick(SIGNED, a) }),
  },
  'an odd header': {
    ways: [IN_HEADER.length, 1],
    of: (draft, a) => ({ ...draft, header: { ...fieldsOf(draft.header), ...pick(IN_HEADER, a) } }),
  },
  'a header that is written by hand': {
    ways: [HEADERS.length, 1],
    of: (draft, a) => ({ ...draft, header: Buffer.from(pick(HEADERS, a)) }),
  },
  'claims that are written by hand': {
    ways: [WRITTEN.length, 2],
    of: (draft, a, b) => {
      const claims = Buffer.from(pick(WRITTEN, a)(JSON.stringify(fieldsOf(draft.claims))))
      return { ...withHeader(draft, 'typ', pick(['JWT', undefined], b)), claims }
    },
  },
  'a spoilt token': {
    ways: [SPOILT.length, 12],
    // Wherever it is cut or changed.
    of: (draft, a, b) => ({ ...draft, compact: token => pick(SPOILT, a)(token, b < 12 ? b * 61 : b) }),
  },
  'another scheme': {
    ways: [CARRIED.length, 1],
    of: (draft, a) => ({ ...draft, carried: pick(CARRIED, a) }),
  },
  'a spoilt signature': {
    ways: [SIGNATURES.length, 1],
    of: (draft, a, b) => ({ ...draft, signed: bytes => pick(SIGNATURES, a)(bytes, b) }),
  },
  'another bot': {
    ways: [VERSIONS.length * 2, IDS.length],
    of: (draft, a, b) =>
      withClaims(draft, { ver: pick(VERSIONS, a >> 1), [pick(['appid', 'azp'], a)]: pick(IDS, b) }),
  },
  'Entra’s issuer': {
    ways: [OF_ENTRA.length * 2, TENANTS.length],
    of: (draft, a, b) => {
      const appid = pick([APP, 'another'], a)
      return withClaims(draft, { iss: pick(OF_ENTRA, a >> 1), ver: '1.0', tid: pick(TENANTS, b), appid })
    },
  },
}

/** What Microsoft could sign, and a check must take. */
export const HARMLESS: Readonly<Record<string, Mutation>> = {
  nothing: { ways: [1, 1], of: draft => draft },
  'a claim more': {
    ways: [MORE.length, ODD.length],
    of: (draft, a, b) => withClaim(draft, pick(MORE, a), pick(ODD, b)),
  },
  'no beginning': { ways: [1, 1], of: draft => withClaim(draft, 'nbf', undefined) },
  'an end within five minutes': {
    ways: [100, 1],
    of: (draft, a, _, now) => withClaim(draft, 'exp', now - TOLERANCE + 1 + (a % 3_000)),
  },
  'a beginning within five minutes': {
    ways: [100, 1],
    of: (draft, a, _, now) => withClaim(draft, 'nbf', now + TOLERANCE - (a % 3_000)),
  },
  'another type': {
    ways: [4, 1],
    of: (draft, a) => withHeader(draft, 'typ', pick(['JWT', 'jwt', 'at+jwt', undefined], a)),
  },
  'another key that is published': {
    ways: [GOOD_KIDS.length, 1],
    of: (draft, a) => ({ ...withHeader(draft, 'kid', pick(GOOD_KIDS, a)), signer: 'main' }),
  },
  'the other key': {
    ways: [1, 1],
    of: draft => ({ ...withHeader(draft, 'kid', 'other'), signer: 'other' }),
  },
  'a version': { ways: [3, 1], of: (draft, a) => withClaim(draft, 'ver', pick(['1.0', '2.0', 1], a)) },
  'its own id twice': {
    ways: [2, 1],
    of: (draft, a) => withClaims(draft, { ver: pick(['1.0', '2.0'], a), appid: APP, azp: APP }),
  },
  'a tenant': {
    ways: [7, 1],
    of: (draft, a) => withClaim(draft, 'tid', pick<unknown>([TENANT, '', null, 7, [], {}, ['a']], a)),
  },
}
