/** What follows of a vote that has no steps: by which day it is to be said, or that nothing does. */
type VoteSequel =
  | { readonly by: string; readonly late: boolean }
  | { readonly none: true; readonly word?: string }

/**
 * A vote that was held at a workshop, as its own result card tells it. Ballots are to the right of ideas: composition
 * hands over the function that reads them.
 */
export type WorkshopVote = {
  readonly id: string
  readonly question: string
  /** The table whose ideas it was about; absent: the whole room. */
  readonly table?: string
  readonly kind: 'single' | 'approval' | 'dots'
  readonly secret: boolean
  /** Milliseconds. */
  readonly closesAt: number
  readonly outcome: 'open' | 'counting' | 'few' | 'none' | 'no-quorum' | 'tie' | 'won'
  /** People who voted; 0 while it runs, and where that may not be shown. */
  readonly votes: number
  /** The one that won, or those in a tie. */
  readonly winners: readonly { readonly title: string; readonly votes: number; readonly idea?: string }[]
  readonly follows?: VoteSequel
}

/** Votes of some workshops, by workshop: the room's first, then those of tables. */
export type VotesAt = (workshops: readonly string[]) => Promise<ReadonlyMap<string, readonly WorkshopVote[]>>
