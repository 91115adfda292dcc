/** Reads in one batch call: more than any page begins with. */
export const MOST_READ = 20
