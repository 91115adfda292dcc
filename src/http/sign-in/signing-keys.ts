import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { type Clock, HOUR, SECOND, spansOf } from '../../kernel/time/clock.ts'

/** Keys are refreshed after this long; */
const FRESH = 6 * HOUR
/** when that fails, old keys are used for a day: an outage of the key server does not close the tabs. */
const USABLE = 24 * HOUR
/** Minimum interval between two fetches: tokens with invented key ids cannot make us call out. */
const PAUSE = 30 * SECOND
const PAUSE_IN_OUTAGE = 5 * SECOND
const PATIENCE = 5 * SECOND

/** The signing keys cannot be fetched: a temporary failure, not the caller's. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

export type Keys = {
  /** Rejects with KeysUnavailable, or with jose's error for a token without a matching key. */
  readonly find: JWTVerifyGetKey
  /** Issuer for which a key may sign, `{tenantid}` standing for any; undefined when its owner does not state it. */
  readonly issuerOf: (kid: string | undefined) => string | undefined
}

const published = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string(), kid: z.string().optional(), issuer: z.string().optional() }))
    .max(200),
})
type Held = {
  readonly at: number
  readonly find: JWTVerifyGetKey
  readonly issuers: ReadonlyMap<string, string>
}

async function fetchKeys(url: string, at: number): Promise<Held> {
  const signal = AbortSignal.timeout(PATIENCE)
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`the keys were answered ${response.status}`)
  const { keys } = published.parse(await response.json())
  const issuers = keys.flatMap(({ kid, issuer }) => (kid && issuer ? [[kid, issuer] as const] : []))
  return { at, find: createLocalJWKSet({ keys }), issuers: new Map(issuers) }
}

/** Cache of the public keys at `url` (JWKS); refreshed when old, or when a token names an unknown key. */
export function createKeys(url: string, clock: Clock): Keys {
  const spans = spansOf(clock)
  let held: Held | undefined
  let asked = Number.NEGATIVE_INFINITY
  let pause = PAUSE
  let pending: Promise<boolean> | undefined

  const age = () => (held ? spans.now() - held.at : Number.POSITIVE_INFINITY)

  async function renew(): Promise<boolean> {
    try {
      held = await fetchKeys(url, asked)
      pause = PAUSE
      return true
    } catch {
      pause = PAUSE_IN_OUTAGE
      return false
    } finally {
      pending = undefined
    }
  }

  /** Concurrent callers share one fetch. @returns whether newer keys came */
  async function renewed(): Promise<boolean> {
    if (pending) return pending
    if (spans.now() - asked < pause) return false
    asked = spans.now()
    pending = renew()
    return pending
  }

  return {
    async find(header, token) {
      if (age() > FRESH) await renewed()
      if (!held || age() > USABLE) throw new KeysUnavailable()
      try {
        return await held.find(header, token)
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || !(await renewed())) throw error
        return held.find(header, token)
      }
    },
    issuerOf: kid => (kid === undefined ? undefined : held?.issuers.get(kid)),
  }
}
