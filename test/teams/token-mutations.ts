import { APP, type Draft, type Fields, SIGNING, type Signer } from './token-forge.ts'
import {
  ALGORITHMS,
  CARRIED,
  CLAIMS,
  HEADERS,
  IN_HEADER,
  KIDS,
  NAMES,
  ODD,
  OF_ENTRA,
  SHIFTS,
  SIGNATURES,
  SPOILT,
  TENANT,
  WRITTEN,
} from './token-oddities.ts'

/** Seconds by which two clocks may differ. */
const TOLERANCE = 300
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
