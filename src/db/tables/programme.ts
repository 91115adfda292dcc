export type ProgrammeTables = {
  /** One row: the method file as it was loaded, as JSON. */
  programme: { id: 'current'; content: string; loaded_at: number }
}
