/** Stands still until told otherwise. The default is a Thursday, 10:00 in Paris. */
export function fixedClock(start = Date.UTC(2027, 3, 22, 8)) {
  let now = start
  let elapsed = 0
  return {
    now: () => now,
    elapsed: () => elapsed,
    advance: (ms: number) => {
      now += ms
      elapsed += ms
    },
    /** Somebody sets the time of day; none goes by. */
    jump: (ms: number) => {
      now += ms
    },
  }
}

export type FixedClock = ReturnType<typeof fixedClock>
