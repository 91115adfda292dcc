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
  commitment_note: {
    id: string
    commitment_id: string
    text: string
    created_at: number
  }
}
