export type FeedbackTables = {
  /** A workshop whose people are asked about it. */
  feedback_round: {
    workshop_id: string
    /** Milliseconds. */
    closes_at: number
    /** 1 once nobody answers any more, and the roll is gone. */
    closed: 0 | 1
  }
  /** The roll: who answered, until it closes. No moment, and nothing that leads to an answer. */
  feedback_roll: { workshop_id: string; person_id: string }
  /** What was answered, by nobody: all of a workshop's are written anew under other ids each time one comes. */
  feedback_answer: { id: string; workshop_id: string; rating: number; sentence: string }
}
