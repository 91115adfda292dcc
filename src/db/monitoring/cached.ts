import { setTimeout } from 'node:timers/promises'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'

/** Cache lifetime: the database is asked no more often, however often somebody looks. */
const EVERY = 5 * SECOND
/** Timeout: a connection that nobody answers takes as long to fail. */
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
