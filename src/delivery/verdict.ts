import { SECOND } from '../kernel/clock.ts'
import { Refusal } from '../kernel/refusal.ts'

/** What is known of a call that failed. No `status`, or 0: nothing was answered, or the fault is ours. */
export type CallFault = { readonly status?: number; readonly retryAfterMs?: number; readonly code?: string }

/** Seconds to wait after the first, second … attempt; after the last there is none. An hour and a half in all. */
const PATIENCE = [1, 2, 5, 15, 60, 300, 900, 3_600]

/** A fact taken more often than this brought its process down each time. */
export const MOST_ATTEMPTS = PATIENCE.length + 1

/** 401: our own token, which may be renewed. 412: two calls at once on one thread. */
const PASSING = new Set([0, 401, 408, 412, 429])

export function faultOf(error: unknown): CallFault {
  return typeof error === 'object' && error !== null ? error : {}
}

/**
 * How long to wait before another attempt, or undefined when there is no point: Teams will not have it (blocked,
 * removed, too large), or it was tried often enough. `attempts` counts the one that failed.
 */
export function waitAfter(error: unknown, attempts: number): number | undefined {
  const { status = 0, retryAfterMs = 0 } = faultOf(error)
  const patience = PATIENCE[attempts - 1]
  if (patience === undefined || error instanceof Refusal) return undefined
  if (!PASSING.has(status) && status < 500) return undefined
  return Math.max(patience * SECOND, retryAfterMs)
}
