import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Clock, monotonic, SECOND } from '../kernel/time/clock.ts'

/** Milliseconds between two looks. */
const LOOK = 10 * SECOND
/** Calm: since the look before, no larger share of a processor was used. */
const CALM = 0.05
/** Bytes by which the heap has grown since it was last collected: for fewer, nobody is made to wait. */
const WORTH = 32e6

/** V8's heap, as this process sees it. */
export type Heap = {
  /** The share of a processor that was used since it was last asked. */
  readonly busy: () => number
  /** Bytes that V8 has taken from the system. */
  readonly size: () => number
  /** Collects all of it, and answers once that is done. */
  readonly collect: () => void
}

/** The heap of this process. */
export function ownHeap(clock: Clock = monotonic): Heap {
  let before = { at: clock.now(), used: process.cpuUsage() }
  // Where V8 offers it once the flag is set: in a context made afterwards.
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  return {
    // Not how long the loop was away: on a busy machine that is the others' doing.
    busy() {
      const { user, system } = process.cpuUsage(before.used)
      const took = clock.now() - before.at
      before = { at: clock.now(), used: process.cpuUsage() }
      return (user + system) / 1_000 / took
    },
    size: () => getHeapStatistics().total_heap_size,
    // Without a choice of its kind: only then what holds young objects shrinks too.
    collect: () => collect(),
  }
}

/**
 * What is to be done at each look: collects garbage once nobody calls. V8 itself does so at rest only where it has
 * collected shortly before: what stands after a busy day was otherwise left to chance.
 */
export function looker({ busy, size, collect }: Heap): () => void {
  let floor = 0
  return () => {
    floor = Math.min(floor, size())
    if (busy() > CALM || size() - floor < WORTH) return
    collect()
    floor = size()
  }
}

/** Looks after the memory of this process. @returns what stops it */
export function collectAtRest(): () => void {
  const looking = setInterval(looker(ownHeap()), LOOK).unref()
  return () => clearInterval(looking)
}
