export type ProgrammeTables = {
  /** One row: the method file as it was loaded, as JSON. */
  programme: { id: 'current'; content: string; loaded_at: number }
  /** One row while the programme is closed: since when, and how much was left open then. */
  programme_closing: { id: 'current'; closed_at: number; left_open: number }
  /** How many of a kind a night erased. */
  erasure: { day: string; kind: string; count: number }
}
