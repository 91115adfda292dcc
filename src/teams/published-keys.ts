import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { type Clock, DAY, HOUR, SECOND, spansOf } from '../kernel/time/clock.ts'
import { BotKeysUnavailable } from './unauthenticated.ts'

/** Where Microsoft says which keys sign what Teams sends. */
const OPEN_ID_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
/** Older keys are fetched anew first, and are not used where that fails (openIdMetadata.js). */
const USABLE = DAY
/** Keys of this age are fetched anew where a token names one that is not among them (openIdMetadata.js). */
const COMPLETE = HOUR
/** Pause after a failed fetch: tokens with invented key ids cannot make us call out. */
const PAUSE = 10 * SECOND
const PATIENCE = 5 * SECOND

/** RSA key that signs for some channels. */
export type PublishedKey = {
  readonly key: KeyObject
  /** As published: channels, if it is a list. */
  readonly endorsements: unknown
}

export type PublishedKeys = {
  /**
   * Finds the key that a token's header names, fetching keys where those at hand are too old or do not have it.
   * @returns undefined when no usable key has that id
   * @throws BotKeysUnavailable
   */
  readonly find: (kid: unknown) => Promise<PublishedKey | undefined>
}

const configuration = z.object({ jwks_uri: z.string().max(2_000) })
const published = z.object({ keys: z.array(z.unknown()).max(1_000) })
const rsa = z.object({
  n: z.string().max(4_000),
  e: z.string().max(100),
  endorsements: z.unknown().optional(),
})

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) throw new Error(`the keys were answered ${response.status}`)
  return response.json()
}

/** Either alphabet of base64, as the SDK reads it. */
const base64url = (text: string) => Buffer.from(text, 'base64').toString('base64url')

/** The type that a key says is not asked for: what has a modulus and an exponent is RSA (openIdMetadata.js). */
function keyOf(jwk: unknown): PublishedKey | undefined {
  const { data } = rsa.safeParse(jwk)
  if (!data) return undefined
  try {
    const key = { kty: 'RSA', n: base64url(data.n), e: base64url(data.e) }
    return { key: createPublicKey({ key, format: 'jwk' }), endorsements: data.endorsements }
  } catch {
    return undefined
  }
}

type Held = ReadonlyMap<unknown, PublishedKey | undefined>

/** The first of an id counts, usable or not. */
async function fetchKeys(url: string): Promise<Held> {
  const { jwks_uri } = configuration.parse(await fetchJson(url))
  const { keys } = published.parse(await fetchJson(jwks_uri))
  const held = new Map<unknown, PublishedKey | undefined>()
  for (const jwk of keys) {
    const { kid } = Object(jwk)
    if (!held.has(kid)) held.set(kid, keyOf(jwk))
  }
  return held
}

/**
 * The keys that the OpenID document at `url` leads to, parsed once each time they are fetched. Refreshed by the rules of
 * the SDK's `OpenIdMetadata`, but that tokens that wait for one fetch share it.
 */
export function createPublishedKeys(clock: Clock, url: string = OPEN_ID_URL): PublishedKeys {
  const spans = spansOf(clock)
  let held: Held = new Map()
  let at = Number.NEGATIVE_INFINITY
  let failed = Number.NEGATIVE_INFINITY
  let pending: Promise<void> | undefined

  async function renew(): Promise<void> {
    try {
      held = await fetchKeys(url)
      at = spans.now()
    } catch {
      failed = spans.now()
      throw new BotKeysUnavailable()
    } finally {
      pending = undefined
    }
  }

  async function renewed(kid: unknown): Promise<PublishedKey | undefined> {
    if (spans.now() - failed < PAUSE) throw new BotKeysUnavailable()
    pending ??= renew()
    await pending
    return held.get(kid)
  }

  return {
    async find(kid) {
      const age = spans.now() - at
      const known = age > USABLE ? undefined : held.get(kid)
      return known || age <= COMPLETE ? known : renewed(kid)
    },
  }
}
