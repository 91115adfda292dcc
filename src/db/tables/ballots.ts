export type BallotTables = {
  ballot: {
    id: string
    question: string
    channel_id: string
    organiser: string
    state: 'open' | 'closed'
    closes_at: number
    closed_at: number | null
    /** Recomputed in the transaction of each vote. */
    votes: number
    created_at: number
  }
  ballot_option: {
    id: string
    ballot_id: string
    position: number
    title: string
    idea_id: string | null
    votes: number
  }
  vote: {
    ballot_id: string
    person_id: string
    option_id: string
    direction: string | null
    voted_at: number
  }
}
