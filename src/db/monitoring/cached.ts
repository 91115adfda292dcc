import { setTimeout } from 'node:timers/promises'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'

/** However often somebody looks, the database is asked no more often than this. */
const EVERY = 5 * SECOND
/** A connection that nobody answers takes as long to fail; whoever looks waits no longer than this. */
const PATIENCE = 2 * SECOND

/** Caches a read for a few seconds, one at a time; `instead` where it fails or takes too long. */
export function cached<T>(read: () => Promise<T>, instead: T): () => Promise<T> {
  let [answer, at]: [Promise<T> | undefined, number] = [undefined, 0]
  const look = () =>
    Promise.race([read().catch(() => instead), setTimeout(PATIENCE, instead, { ref: false })])
  return () => {
    if (!answer || monotonic.now() - at >= EVERY) [answer, at] = [look(), monotonic.now()]
    return answer
  }
}
