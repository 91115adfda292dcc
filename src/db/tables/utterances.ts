export type UtteranceTables = {
  /** What somebody typed in their personal chat that is no command. */
  utterance: {
    id: string
    person_id: string
    text: string
    /** The axis that it was guessed to be about. */
    axis: string | null
    /** Milliseconds, both. */
    created_at: number
    expires_at: number
  }
  /** How many ideas of an axis hold a stem: two at least, counted at night. */
  axis_stem: { stem: string; axis: string; ideas: number }
}
