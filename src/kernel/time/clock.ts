/** The only source of time. */
export type Clock = {
  /** Wall clock: milliseconds since 1970, UTC. The operator of the machine may set it back. */
  readonly now: () => number
  /** Monotonic clock: milliseconds since some moment of this process; absent where `now` itself is never set back. */
  readonly elapsed?: () => number
}

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }

/** Monotonic clock for durations within this process. Milliseconds. */
export const monotonic: Clock = { now: () => performance.now() }

/** The clock that measures durations: `clock`'s monotonic one. */
export const spansOf = ({ now, elapsed = now }: Clock): Clock => ({ now: elapsed })

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
