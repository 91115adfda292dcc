export type AttendanceTables = {
  /** Who came to a workshop: once for each person. */
  attendance: {
    workshop_id: string
    person_id: string
    at: number
    how: 'screen' | 'print' | 'code' | 'hand' | 'walk-in'
    /** Who checked them in: themselves, or somebody at the check-in desk. */
    by: string
    /** 1 for a walk-in who came in beyond the number of seats. */
    beyond: 0 | 1
  }
}
