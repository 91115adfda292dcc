export type ProgrammeTables = {
  /** One row: the method file as it was loaded, as JSON. */
  programme: { id: 'current'; content: string; loaded_at: number }
  /** How many of a kind a night erased. */
  erasure: { day: string; kind: string; count: number }
}
