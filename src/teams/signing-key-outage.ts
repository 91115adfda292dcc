import { type Clock, SECOND, spansOf } from '../kernel/time/clock.ts'
import { tokenHeaderOf } from './token-header.ts'

/** How long nothing more is asked of whoever publishes the keys, once that failed. */
const PAUSE = 10 * SECOND
/** Key names that are remembered: there are a handful, and they change every few weeks. */
const MOST = 20

/** The name of the key that a token says it is signed with; nothing of it is proven. */
function kidOf(header: string): string {
  const { kid } = tokenHeaderOf(header)
  return typeof kid === 'string' ? kid : ''
}

/**
 * While the keys cannot be had, the SDK asks for them again at each token whose key it does not know. Such a token then
 * waits; one that names a key which has proven itself goes on, since the SDK holds that.
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
    /** A token of that key was good. */
    proves: (header: string): void => {
      if (proven.size >= MOST) proven.clear()
      proven.add(kidOf(header))
    },
  }
}
