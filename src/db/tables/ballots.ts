export type BallotTables = {
  ballot: {
    id: string
    question: string
    organiser: string
    /** Milliseconds. Closing by hand brings it forward: whether a ballot is open follows from it alone. */
    closes_at: number
    /** Tally: adjusted in the transaction of each vote. */
    votes: number
    created_at: number
    /** When the result was announced; null until then. */
    concluded_at: number | null
    kind: 'single' | 'approval' | 'dots'
    /** Options that one may choose, or points to share out. */
    most: number
    /** Points that one option takes at most. */
    per_option: number
    /** Null for a draft, which somebody opens by hand. */
    opens_at: number | null
    /** Votes from which the result counts; 0: any number. */
    quorum: number
    results: 'live' | 'closing'
    secret: 0 | 1
    /** JSON. */
    audience: string
    /** The workshop whose people it asks; null for all others. */
    workshop_id: string | null
    /** Who of them: '' who is there, or a table by its number or name; null: who has a seat. */
    room: string | null
    /** Whether what follows is still to be said; null before it closes, and for those that closed before any was kept. */
    sequel: 'awaited' | 'said' | 'none' | null
    /** `YYYY-MM-DD`. */
    sequel_due: string | null
    /** Why nothing follows, and since when (ms). */
    sequel_word: string | null
    sequel_none_at: number | null
  }
  ballot_option: {
    id: string
    ballot_id: string
    position: number
    title: string
    /** The idea it stands for, and that idea's axis when the ballot was opened. */
    idea_id: string | null
    axis: string | null
    /** Tally of the option: points in all, and people who gave any. Adjusted as the ballot’s votes are. */
    votes: number
    voters: number
  }
  /** The electoral roll: who voted. */
  vote: {
    ballot_id: string
    person_id: string
    /** Where the person worked when they voted. */
    direction: string | null
    voted_at: number
  }
  /** What they chose. */
  vote_choice: {
    ballot_id: string
    person_id: string
    option_id: string
    points: number
  }
  /** The key of a secret ballot, wrapped by `BALLOT_SECRET`: there until it is counted. */
  ballot_key: { ballot_id: string; wrapped: string }
  /** The roll of a secret ballot and its envelopes: gone once it is counted. */
  sealed_vote: {
    ballot_id: string
    /** Keyed hash of the voter's account, under this ballot's own key. */
    mark: string
    /** Null once the person was erased: the mark stays, so that nobody votes twice. */
    person_id: string | null
    envelope: string
    /** Where the person worked when they voted. */
    direction: string | null
  }
  /** Of a secret ballot that is counted: votes by Direction, down to a multiple of 5. */
  ballot_turnout: { ballot_id: string; direction: string; votes: number }
  /** Keyed hashes of accounts that voted openly and were erased since, while the ballot runs: nobody votes twice. */
  vote_mark: { ballot_id: string; mark: string }
  /** Counted secret ballots whose deleted rows the disk may still hold: secure erase is to do. */
  ballot_scrub: { ballot_id: string; since: number }
}
