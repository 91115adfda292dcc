/** Readings of one call of a tab at most: more than any page begins with. */
export const MOST_READ = 20
