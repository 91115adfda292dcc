import type { Post } from '../db/index.ts'
import { HOUR, MINUTE, SECOND } from '../kernel/clock.ts'

const BRISK = 2 * SECOND
/** Between edits of a card that changes on and on, as long as its thread has calls to spare. */
const STEADY = 4 * SECOND
const CALM = 10 * SECOND
/** A card left alone for so long starts afresh. */
const PAUSE = MINUTE

/**
 * Moment from which a message may be edited: at once, then every 2 s for a minute, then every 4 s; every 10 s where
 * little is left of the thread's hour, which every card and every answer in it shares.
 */
export function nextEdit({ edits, edited_at, burst_at }: Post, isBusy: boolean): number {
  if (edits === 0) return edited_at
  if (isBusy) return edited_at + CALM
  return edited_at + (edited_at - burst_at < MINUTE ? BRISK : STEADY)
}

/** Since when a message edited at `now` has been edited without a pause. */
export function burstOf({ edited_at, burst_at }: Post, now: number): number {
  return now - edited_at > PAUSE ? now : burst_at
}

/**
 * What one bot may send into one chat or channel: calls per span in milliseconds (Microsoft, «Optimize your bot with
 * rate limiting»). That page does not name edits; they are counted as sends.
 */
export const DOCUMENTED = [
  [7, SECOND],
  [8, 2 * SECOND],
  [60, 30 * SECOND],
  [1_800, HOUR],
] as const
/** Share of a documented limit that is used: Microsoft calls its numbers estimates, and answers to what is typed come on top. */
export const USED = 0.85
/** Teams counts what arrives: calls that left this much (ms) further apart may arrive within one of its spans. */
const JITTER = 250
const LIMITS = DOCUMENTED.map(([most, span]) => [Math.floor(most * USED), span + JITTER] as const)
const MOST_CALLS = Math.max(...LIMITS.map(([most]) => most))
/** Calls in an hour after which a thread's edits slow down: the other half is for what is new. */
const BUSY = Math.floor(MOST_CALLS / 2)

type Thread = { calls: number[]; heldUntil: number }

/** Keeps count by thread, in memory: after a restart Teams' own 429 says what was forgotten. */
export type Threads = {
  /** Moment from which one more call stays within the limits. */
  readonly freeAt: (address: string) => number
  /** Whether half of what may be sent there in an hour was used within the last one. */
  readonly isBusy: (address: string, now: number) => boolean
  readonly count: (address: string, now: number) => void
  /** Teams asked for quiet there. */
  readonly hold: (address: string, until: number) => void
  readonly forget: (now: number) => void
}

export function createThreads(): Threads {
  const threads = new Map<string, Thread>()
  const at = (address: string): Thread => {
    const thread = threads.get(address) ?? { calls: [], heldUntil: 0 }
    threads.set(address, thread)
    return thread
  }
  return {
    freeAt: address => {
      const { calls, heldUntil } = threads.get(address) ?? { calls: [], heldUntil: 0 }
      const ends = LIMITS.map(([most, span]) => (calls.at(-most) ?? Number.NEGATIVE_INFINITY) + span)
      return Math.max(heldUntil, ...ends)
    },
    isBusy: (address, now) =>
      (threads.get(address)?.calls.at(-BUSY) ?? Number.NEGATIVE_INFINITY) > now - HOUR,
    count: (address, now) => {
      const { calls } = at(address)
      calls.push(now)
      if (calls.length > MOST_CALLS) calls.shift()
    },
    hold: (address, until) => {
      const thread = at(address)
      thread.heldUntil = Math.max(thread.heldUntil, until)
    },
    forget: now => {
      for (const [address, { calls, heldUntil }] of threads) {
        if (heldUntil <= now && (calls.at(-1) ?? 0) <= now - HOUR - JITTER) threads.delete(address)
      }
    },
  }
}
