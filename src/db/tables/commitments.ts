export type CommitmentTables = {
  commitment: {
    id: string
    person_id: string
    direction: string | null
    axis: string
    text: string
    /** ISO day. */
    horizon: string
    visibility: 'me' | 'direction' | 'everyone'
    state: 'taken' | 'kept' | 'let-go'
    idea_id: string | null
    created_at: number
    ended_at: number | null
    /** Recomputed in the transaction of each note. */
    notes: number
    last_note_id: string | null
    inspired_by: string | null
    /** `everyone`, or `direction:` and its id, while its words and name are shown to them. Follows from the rest. */
    shown_to: string | null
    /** What it was, and since when (ms), before it ended as it did; null once that was taken back. */
    former_state: 'taken' | 'kept' | 'let-go' | null
    former_ended_at: number | null
    /** When words or an axis that others could read were last changed (ms). */
    reworded_at: number | null
    /** The last step of it that its idea's thread tells. */
    idea_told: 'committed' | 'kept' | null
  }
  /** A kept commitment told to its owner's Direction. Withdrawn after it was published, it says nothing and of nobody. */
  commitment_story: {
    id: string
    commitment_id: string | null
    person_id: string | null
    direction: string
    text: string
    named: number
    state: 'told' | 'aside' | 'published' | 'withdrawn'
    /** Grows with each change of words or signature: a pilot publishes what they read. */
    turn: number
    created_at: number
    published_at: number | null
    changed_at: number
  }
  commitment_note: {
    id: string
    commitment_id: string
    text: string
    created_at: number
  }
}
