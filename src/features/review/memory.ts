import type { Clock } from '../../kernel/time/clock.ts'

/** Keeps each answer for `forMs`, one reading at a time: of many who ask at once, all wait for the first. */
export function remembering(clock: Clock, forMs: number) {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>()
  return <T>(key: string, read: (now: number) => Promise<T>): Promise<T> => {
    const now = clock.now()
    const last = kept.get(key)
    if (last && now >= last.at && now - last.at < forMs) return last.answer as Promise<T>
    const answer = read(now)
    kept.set(key, { at: now, answer })
    // What failed is asked again.
    answer.catch(() => kept.get(key)?.answer === answer && kept.delete(key))
    return answer
  }
}
