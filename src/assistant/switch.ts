import type { Transact } from '../kernel/storage/tx.ts'
import { type Clock, SECOND, spansOf } from '../kernel/time/clock.ts'
import { type AssistantSwitch, assistantStore } from './store.ts'

/** How late (ms) a running server learns that the operator stopped it: the row is read no more often. */
const EVERY = 5 * SECOND

/** Reads the operator's switch, when it is needed: no timer. Rejects while the database cannot be read. */
export function createSwitch(read: Transact, clock: Clock): () => Promise<AssistantSwitch> {
  const spans = spansOf(clock)
  let [known, at]: [Promise<AssistantSwitch> | undefined, number] = [undefined, 0]
  return () => {
    if (known && spans.now() - at < EVERY) return known
    const reading = read(tx => assistantStore(tx).readSwitch())
    ;[known, at] = [reading, spans.now()]
    reading.catch(() => {
      if (known === reading) known = undefined
    })
    return reading
  }
}
