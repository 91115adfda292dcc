import { Refusal } from '../kernel/errors/refusal.ts'
import { SECOND } from '../kernel/time/clock.ts'

/** What is known of a call that failed. No `status`: the fault is ours; 0: nothing was answered. */
export type CallFault = { readonly status?: number; readonly retryAfterMs?: number; readonly code?: string }

/**
 * What a failed call says of its message. `again`: Teams did not take it and may take it later. `doubtful`: it may have
 * taken it. `refused`: not there. `dead`: nowhere, however often it is tried.
 */
type FailureClass = 'again' | 'doubtful' | 'refused' | 'dead'

/** Seconds to wait after the first, second … attempt; after the last there is none. An hour and a half in all. */
const PATIENCE = [1, 2, 5, 15, 60, 300, 900, 3_600]

/** A fact taken more often than this brought its process down each time. */
export const MOST_ATTEMPTS = PATIENCE.length + 1

/** 401: our own token, which may be renewed. 412: two calls at once on one thread. */
const NOT_TAKEN = new Set([401, 412, 429])
const ELSEWHERE = new Set([403, 404])
/** The call ran out of time on Teams' side, or broke down there. */
const isDoubtful = (status: number) => status === 0 || status === 408 || status >= 500

/** No connection was ever made, so nothing was sent. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])

export function faultOf(error: unknown): CallFault {
  return typeof error === 'object' && error !== null ? error : {}
}

/**
 * By status first, the code being a hint.
 * Source: Microsoft Learn, «Status codes from bot conversational APIs» and «Optimize your bot with rate limiting».
 */
export function failureClassOf(error: unknown): FailureClass {
  if (error instanceof Refusal) return 'dead'
  const { status, code = '' } = faultOf(error)
  if (status === undefined || NOT_TAKEN.has(status)) return 'again'
  if (status === 0 && NEVER_LEFT.has(code)) return 'again'
  if (ELSEWHERE.has(status)) return 'refused'
  return isDoubtful(status) ? 'doubtful' : 'dead'
}

/**
 * How long to wait before another attempt, in milliseconds, or undefined when it was tried often enough. `attempts`
 * counts the one that failed; `chance`, from 0 to 1, keeps those that failed together from coming back together.
 */
export function waitAfter(error: unknown, attempts: number, chance: number): number | undefined {
  const { retryAfterMs = 0 } = faultOf(error)
  const patience = PATIENCE[attempts - 1]
  if (patience === undefined) return undefined
  const spread = 0.75 + chance / 2
  return Math.max(Math.round(patience * SECOND * spread), retryAfterMs)
}
