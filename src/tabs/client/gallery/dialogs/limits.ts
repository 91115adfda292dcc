/** What each part of a sheet may hold, in characters as a person counts them; the server says the same. */
export const LIMITS = {
  title: 120,
  problem: 1_500,
  story: 1_500,
  inspiring: 1_500,
  outcome: 1_500,
  linkTitle: 120,
  url: 1_000,
} as const

/** How many links a sheet may have. */
export const MOST_LINKS = 10
