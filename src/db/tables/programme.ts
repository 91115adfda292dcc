export type ProgrammeTables = {
  /** One row: the method file as it was loaded, as JSON. */
  programme: { id: 'current'; content: string; loaded_at: number }
  /** One row while the programme is closed: since when, and how much was left open then. */
  programme_closing: { id: 'current'; closed_at: number; left_open: number }
  /** A version of one part of the method, as JSON. `person_id`: null for an operator. */
  method_part: {
    part: string
    version: number
    content: string
    act: string
    undoes: number | null
    person_id: string | null
    changed_at: number
  }
  /** How many of a kind a night erased. */
  erasure: { day: string; kind: string; count: number }
}
