/** Stands still until told otherwise. The default is a Thursday, 10:00 in Paris. */
export function fixedClock(start = Date.UTC(2027, 3, 22, 8)) {
  let now = start
  return {
    now: () => now,
    advance: (ms: number) => {
      now += ms
    },
  }
}

export type FixedClock = ReturnType<typeof fixedClock>
