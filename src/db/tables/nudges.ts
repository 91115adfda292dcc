export type NudgeTables = {
  /** What a pilot put in the channels of their Direction, in their own words. */
  pilot_post: {
    id: string
    person_id: string
    direction: string
    thing: 'workshop' | 'axis' | 'ballot'
    /** Of the workshop, the axis or the ballot. */
    thing_id: string
    text: string
    created_at: number
  }
}
