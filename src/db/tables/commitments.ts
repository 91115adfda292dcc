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
  }
  commitment_note: {
    id: string
    commitment_id: string
    text: string
    created_at: number
  }
}
