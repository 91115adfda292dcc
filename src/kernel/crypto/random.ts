/** Random number in [0, 1). Passed in, so that tests decide it. */
export const chance = (): number => Math.random()

/** The same from a cryptographic source: for a time that must not reveal what it was drawn for. */
export const secureChance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
