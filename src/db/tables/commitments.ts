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
  }
}
