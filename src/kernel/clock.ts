/** The only source of time. Times are milliseconds since 1970, UTC. */
export type Clock = { readonly now: () => number }

export const systemClock: Clock = { now: () => Date.now() }

/** For spans between two moments of this process alone: never set back, and not a time of day. Milliseconds. */
export const monotonic: Clock = { now: () => performance.now() }

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
