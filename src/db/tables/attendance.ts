export type AttendanceTables = {
  /** Who came to a workshop: once for each person. */
  attendance: {
    workshop_id: string
    person_id: string
    at: number
    how: 'screen' | 'print' | 'code' | 'hand' | 'walk-in'
    /** Who checked them in: themselves, or somebody who keeps the list. */
    by: string
    /** 1 for somebody who came in beyond the seats. */
    beyond: 0 | 1
  }
}
