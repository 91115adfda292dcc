import { Refusal } from '../kernel/errors/refusal.ts'
import { SECOND } from '../kernel/time/clock.ts'

/** A failed call. No `status`: the fault is ours; 0: no answer came. */
export type CallFault = { readonly status?: number; readonly retryAfterMs?: number; readonly code?: string }

/**
 * Classes of failure. `again`: Teams did not take it and may later. `doubtful`: it may have taken it. `refused`:
 * rejected there. `dead`: rejected for good.
 */
type FailureClass = 'again' | 'doubtful' | 'refused' | 'dead'

/** Backoff in seconds after the first, second … attempt; no more after the last. An hour and a half in all. */
const PATIENCE = [1, 2, 5, 15, 60, 300, 900, 3_600]

/** A fact taken more often than this crashed the process each time (poison message). */
export const MOST_ATTEMPTS = PATIENCE.length + 1

/** 401: our token expired. 412: two concurrent calls on one thread. */
const NOT_TAKEN = new Set([401, 412, 429])
const ELSEWHERE = new Set([403, 404])
/** The call timed out on Teams' side, or failed there. */
const isDoubtful = (status: number) => status === 0 || status === 408 || status >= 500

/** Connection errors before anything was sent. */
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
 * Classifies by status first, the code being a hint. Source: Microsoft Learn, «Status codes from bot conversational
 * APIs» and «Optimize your bot with rate limiting».
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
 * Delay before the next attempt, in milliseconds, or undefined after the last. `attempts` includes the failed one;
 * `chance`, in [0, 1), is the jitter that spreads calls that failed together.
 */
export function waitAfter(error: unknown, attempts: number, chance: number): number | undefined {
  const { retryAfterMs = 0 } = faultOf(error)
  const patience = PATIENCE[attempts - 1]
  if (patience === undefined) return undefined
  const spread = 0.75 + chance / 2
  return Math.max(Math.round(patience * SECOND * spread), retryAfterMs)
}
