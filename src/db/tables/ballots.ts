export type BallotTables = {
  ballot: {
    id: string
    question: string
    organiser: string
    /** Milliseconds. Closing by hand brings it forward: whether a ballot is open follows from it alone. */
    closes_at: number
    /** Recomputed in the transaction of each vote. */
    votes: number
    created_at: number
    /** When what came of it was told; null until then. */
    concluded_at: number | null
  }
  ballot_option: {
    id: string
    ballot_id: string
    position: number
    title: string
    /** The idea it stands for, and that idea's axis when the ballot was opened. */
    idea_id: string | null
    axis: string | null
    votes: number
  }
  vote: {
    ballot_id: string
    person_id: string
    option_id: string
    /** Where the person worked when they voted. */
    direction: string | null
    voted_at: number
  }
}
