/** A number from 0 to 1, 1 excluded, that nobody can foresee. Passed in where tests decide. */
export const chance = (): number => Math.random()

/** The same from a cryptographic source: for a moment that must not tell what it was drawn for. */
export const lot = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
