/** Chance that comes out the same each time. */
export type Dice = {
  /** From 0 to 1, 1 excluded. */
  readonly next: () => number
  readonly under: (limit: number) => number
  readonly one: <T>(of: readonly T[]) => T | undefined
}

/** mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const under = (limit: number) => Math.floor(next() * limit)
  return { next, under, one: of => of[under(of.length)] }
}
