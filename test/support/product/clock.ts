/** A clock that stands still until it is advanced. The default is a Thursday, 10:00 in Paris. */
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
    /** Sets the wall clock, without time passing. */
    jump: (ms: number) => {
      now += ms
    },
  }
}

export type FixedClock = ReturnType<typeof fixedClock>
