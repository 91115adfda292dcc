import type { Clock } from '../../../src/kernel/time/clock.ts'
import { Refused } from '../teams/refused.ts'

/** Seconds, and how many of one bot's calls in one thread they hold: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit */
const SENDS = [
  [1, 7],
  [2, 8],
  [30, 60],
  [3_600, 1_800],
] as const
const READS = SENDS.map(([seconds, calls]) => [seconds, calls * 2] as const)
/** The whole app in one tenant. */
const TENANT = [[1, 50]] as const

export type Limit = 'tenant' | 'thread'
type Windows = readonly (readonly [seconds: number, calls: number])[]

/** Teams asks to come back after `retryAfter` seconds; undefined when it does not say. */
export class Throttled extends Refused {
  readonly retryAfter: number
  /** Whose limit it was. */
  readonly limit: Limit

  constructor(retryAfter: number, limit: Limit) {
    super(429, 'Throttled', 'Too many requests.')
    this.retryAfter = retryAfter
    this.limit = limit
  }
}

/** Counts calls, edits as sends, in sliding windows of `clock`. */
export function createRates(clock: Clock) {
  const calls = new Map<string, number[]>()

  function waitFor(key: string, windows: Windows): number {
    const now = clock.now()
    const longest = Math.max(...windows.map(([seconds]) => seconds))
    const past = (calls.get(key) ?? []).filter(at => now - at < longest * 1_000)
    calls.set(key, past)
    const waits = windows.map(([seconds, limit]) => {
      const within = past.filter(at => now - at < seconds * 1_000)
      const oldest = within[within.length - limit]
      return oldest === undefined ? 0 : oldest + seconds * 1_000 - now
    })
    return Math.max(...waits)
  }

  return {
    /** @throws Throttled when one more call would pass a limit; such a call is not counted. */
    take(kind: 'send' | 'read', thread: string): void {
      const keys = [
        [`${kind} ${thread}`, kind === 'send' ? SENDS : READS],
        ['tenant', TENANT],
      ] as const
      const [here = 0, everywhere = 0] = keys.map(([key, windows]) => waitFor(key, windows))
      const wait = Math.max(here, everywhere)
      if (wait > 0) throw new Throttled(Math.ceil(wait / 1_000), everywhere > 0 ? 'tenant' : 'thread')
      for (const [key] of keys) calls.get(key)?.push(clock.now())
    },
  }
}
