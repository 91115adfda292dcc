import { createHash } from 'node:crypto'
import { type Clock, HOUR, spansOf } from '../kernel/time/clock.ts'

const KEPT = HOUR
/** Answers, and letters of them all: some 4 MB of memory. */
const MOST = { answers: 500, letters: 2_000_000 }

type Kept = { readonly text: string; readonly until: number }

/** Answers of the last hour, in memory, by the hash of all that the model was given. */
export function createCache(clock: Clock, most = MOST) {
  const spans = spansOf(clock)
  const answers = new Map<string, Kept>()
  let letters = 0

  function drop(key: string): void {
    letters -= answers.get(key)?.text.length ?? 0
    answers.delete(key)
  }

  return {
    keyOf: (parts: readonly string[]): string =>
      createHash('sha256').update(JSON.stringify(parts)).digest('base64'),
    get(key: string): Pick<Kept, 'text'> | undefined {
      const found = answers.get(key)
      if (!found || found.until > spans.now()) return found
      drop(key)
      return undefined
    },
    put(key: string, text: string): void {
      drop(key)
      answers.set(key, { text, until: spans.now() + KEPT })
      letters += text.length
      // The oldest first: a map keeps the order in which it was filled.
      for (const oldest of answers.keys()) {
        if (answers.size <= most.answers && letters <= most.letters) break
        drop(oldest)
      }
    },
  }
}
