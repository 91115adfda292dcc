/** A number from 0 to 1, 1 excluded, that nobody can foresee. Passed in where tests decide. */
export const chance = (): number => Math.random()
