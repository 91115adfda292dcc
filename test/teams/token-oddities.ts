import { APP, type Fields } from './token-forge.ts'

const ISSUER = 'https://api.botframework.com'

export const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 1.5, 2 ** 53, Number.MAX_VALUE, -Number.MAX_VALUE],
  ...['', ' ', '0', '1', '9999999999', 'NaN', 'null', 'é', '\u0000', '\uD800', 'x'.repeat(3_000)],
  ...[[], {}, [null], [[]], [{}], { toString: 1 }, { valueOf: 1 }, [{ toString: null }], { length: 1 }],
  ...['__proto__', 'AnonymousSkill', '1.0', '2.0', '3.0', ISSUER, 'https://api.botframework.us'],
  ...[APP, [APP]],
  ...[`${APP} `, APP.replace('2', 'A')],
]
export const CLAIMS = [
  'iss',
  'aud',
  'exp',
  'nbf',
  'serviceurl',
  'iat',
  'tid',
  'ver',
  'appid',
  'azp',
  'sub',
  'jti',
]
export const NAMES = [...CLAIMS, '__proto__', 'constructor', 'toString', 'kid', 'endorsements', '']
export const SHIFTS = [-2, -1.001, -1, -0.5, -0.001, 0, 0.001, 0.4, 0.6, 1, 1.5, 2, 1e6, -1e6]
export const KIDS: readonly unknown[] = [
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
export const ALGORITHMS: readonly unknown[] = [
  ...['none', 'None', 'HS256', 'RS384', 'RS512', 'PS256', 'ES256', 'EdDSA', 'rs256', 'RS256 ', 'RSA', ''],
  ...[null, undefined, 7, true, ['RS256'], {}, { toString: 1 }],
]
export const IN_HEADER: readonly Fields[] = [
  ...['jwt', 'JWS', 'at+jwt', '', null, 7, undefined, ['JWT'], {}].map(typ => ({ typ })),
  ...[null, [], ['exp'], ['b64'], 'exp', 0, false].map(crit => ({ crit })),
  ...[{ b64: false }, { zip: 'DEF' }, { cty: 'JWT' }, { enc: 'A256GCM' }, { jku: 'https://evil.example' }],
  ...[{ x5c: ['AAAA'] }, { jwk: { kty: 'RSA' } }, { x: 'é' }, { x: '\uD800' }, { x: 'x'.repeat(8_000) }],
]
export const HEADERS: readonly (string | Buffer)[] = [
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
export const WRITTEN: readonly ((json: string) => string | Buffer)[] = [
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
export const SPOILT: readonly ((token: string, n: number) => string)[] = [
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
export const CARRIED: readonly ((token: string) => string)[] = [
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
export const SIGNATURES: readonly ((bytes: Buffer, n: number) => Buffer)[] = [
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
export const TENANT = '11111111-1111-4111-8111-111111111111'
export const OF_ENTRA = [
  `https://sts.windows.net/${TENANT}/`,
  `https://login.microsoftonline.com/${TENANT}/v2.0`,
  `https://login.microsoftonline.us/${TENANT}/v2.0`,
  'https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/',
  'https://sts.windows.net/unknown/',
]

/** No token, but what a header may hold as well. */
function headerAlone(): string {
  return `Bearer ${Buffer.from('{"alg":"RS256","kid":"main"}').toString('base64url')}`
}
