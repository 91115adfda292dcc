export type ChecklistTables = {
  /** A step of a workshop that was done outside the application, as an organiser said; who said so is in the journal, by role. */
  checklist_mark: {
    /** '' for what holds for all workshops. */
    workshop_id: string
    step: string
    marked_at: number
  }
}
