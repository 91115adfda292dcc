export type WorkshopTables = {
  workshop: {
    id: string
    title: string
    description: string
    axis: string
    starts_at: number
    ends_at: number
    place: string
    link: string
    capacity: number
    organiser: string
    /** People with a seat: recomputed in the transaction of each answer. */
    seats_taken: number
    /** Directions among them. */
    directions: number
    created_at: number
    revision: number
    moved: 'nothing' | 'when' | 'where' | 'both'
    changed_at: number
  }
  registration: {
    workshop_id: string
    person_id: string
    direction: string | null
    answer: 'yes' | 'no'
    answered_at: number
  }
}
