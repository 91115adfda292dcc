import type { Fault } from './faults.ts'

export type Trouble = Omit<Fault, 'on' | 'in' | 'times'> & {
  /** The connection is cut before the request is read. */
  readonly unread?: boolean
  /** No answer ever comes. */
  readonly silent?: boolean
}

/** Injected faults: those before Teams has taken a call, then those after. */
export const TROUBLES = {
  throttled: { status: 429, code: 'Throttled', retryAfter: 1 },
  throttledMutely: { status: 429, code: 'Throttled' },
  overlapping: { status: 412, code: 'PreconditionFailed' },
  unauthorised: { status: 401, code: 'Unauthorized' },
  blocked: { status: 403, code: 'ConversationBlockedByUser' },
  gone: { status: 404, code: 'ConversationNotFound' },
  tooBig: { status: 413, code: 'MessageSizeTooBig' },
  unread: { status: 0, unread: true },
  unavailableUntaken: { status: 503 },
  badGateway: { status: 502, carriedOut: true },
  unavailable: { status: 503, carriedOut: true },
  lateGateway: { status: 504, carriedOut: true },
  cut: { status: 0, carriedOut: true },
  silent: { status: 0, carriedOut: true, silent: true },
} as const satisfies Record<string, Trouble>

export type TroubleKind = keyof typeof TROUBLES

export type WeatherOptions = {
  /** Seed: the same faults for the same order of calls. */
  readonly seed: number
  /** Share of failing calls, 0 to 1. */
  readonly share: number
  /** All by default. */
  readonly kinds?: readonly TroubleKind[]
  /** Latency (ms), minimum and maximum. */
  readonly takes: readonly [least: number, most: number]
}

/** Numbers from 0 to 1, excluded (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws the fault and the latency of each call. */
export function createWeather({ seed, share, kinds, takes: [least, most] }: WeatherOptions) {
  const random = seeded(seed)
  const possible: readonly Trouble[] = (kinds ?? (Object.keys(TROUBLES) as TroubleKind[])).map(
    kind => TROUBLES[kind],
  )
  return {
    trouble: (): Trouble | undefined =>
      random() < share ? possible[Math.floor(random() * possible.length)] : undefined,
    /** Latency (ms) until Teams has taken the call, and from there until it answers. */
    delays(): readonly [before: number, after: number] {
      const whole = least + random() * (most - least)
      const before = whole * random()
      return [before, whole - before]
    },
    /** Whether a 429 has a Retry-After. */
    tells: (): boolean => random() < 0.5,
  }
}
