import { type Clock, SECOND, spansOf } from '../kernel/time/clock.ts'
import { tokenHeaderOf } from './token-header.ts'

/** Pause after a failed fetch of the keys. */
const PAUSE = 10 * SECOND
/** Bound of the remembered key ids: there are a handful, which change every few weeks. */
const MOST = 20

/** Key id (`kid`) in a token's header; unverified. */
function kidOf(header: string): string {
  const { kid } = tokenHeaderOf(header)
  return typeof kid === 'string' ? kid : ''
}

/**
 * Circuit breaker: while the keys cannot be fetched, the SDK would fetch them again for each token with an unknown
 * key. Those tokens are turned away; one with a key that was verified before goes on, since the SDK caches it.
 */
export function createKeyOutage(clock: Clock) {
  const spans = spansOf(clock)
  let until = Number.NEGATIVE_INFINITY
  const proven = new Set<string>()
  return {
    stops: (header: string): boolean => spans.now() < until && !proven.has(kidOf(header)),
    begins: (): void => {
      until = spans.now() + PAUSE
    },
    /** A token with that key was verified. */
    proves: (header: string): void => {
      if (proven.size >= MOST) proven.clear()
      proven.add(kidOf(header))
    },
  }
}
