import { HOUR } from '../time/clock.ts'

/** Calls per span in milliseconds, as a page documents them. */
type Documented = readonly (readonly [calls: number, span: number])[]

/**
 * Share of a documented limit that we use: Microsoft calls its numbers estimates, and answers to typed words come on
 * top.
 */
export const USED = 0.85
/** Teams counts arrivals: calls sent this much (ms) further apart may arrive within one window. */
const JITTER = 250

type Calls = { at: number[]; heldUntil: number }

/** Rate limiter by conversation thread, in memory: after a restart Teams' own 429 tells what was forgotten. */
type CallWindows = {
  /** Time from which one more call stays within the limits; `used`: within that share of them. */
  readonly freeAt: (thread: string, used?: number) => number
  readonly count: (thread: string, now: number) => void
  /** Teams answered 429 there: holds calls to the thread until then. */
  readonly hold: (thread: string, until: number) => void
  readonly forget: (now: number) => void
}

/** `documented`: spans of an hour at most. */
export function createCallWindows(documented: Documented): CallWindows {
  const threads = new Map<string, Calls>()
  const mostCalls = Math.max(...documented.map(([most]) => Math.floor(most * USED)))
  const of = (thread: string): Calls => {
    const calls = threads.get(thread) ?? { at: [], heldUntil: 0 }
    threads.set(thread, calls)
    return calls
  }
  return {
    freeAt: (thread, used = USED) => {
      const { at, heldUntil } = threads.get(thread) ?? { at: [], heldUntil: 0 }
      const ends = documented.map(
        ([most, span]) => (at.at(-Math.floor(most * used)) ?? Number.NEGATIVE_INFINITY) + span + JITTER,
      )
      return Math.max(heldUntil, ...ends)
    },
    count: (thread, now) => {
      const { at } = of(thread)
      at.push(now)
      if (at.length > mostCalls) at.shift()
    },
    hold: (thread, until) => {
      const calls = of(thread)
      calls.heldUntil = Math.max(calls.heldUntil, until)
    },
    forget: now => {
      for (const [thread, { at, heldUntil }] of threads) {
        if (heldUntil <= now && (at.at(-1) ?? 0) <= now - HOUR - JITTER) threads.delete(thread)
      }
    },
  }
}
