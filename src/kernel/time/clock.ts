/** The only source of time. */
export type Clock = {
  /** Milliseconds since 1970, UTC: a time of day, which whoever keeps the machine may set back. */
  readonly now: () => number
  /** Milliseconds since some moment of this process, never set back; absent from a clock whose `now` is not either. */
  readonly elapsed?: () => number
}

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }

/** For spans between two moments of this process alone: never set back, and not a time of day. Milliseconds. */
export const monotonic: Clock = { now: () => performance.now() }

/** What `clock` measures spans by. */
export const spansOf = ({ now, elapsed = now }: Clock): Clock => ({ now: elapsed })

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
