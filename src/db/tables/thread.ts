export type ThreadTables = {
  /** Primary key: (thing, thing_id, number). */
  event: {
    thing: 'idea'
    thing_id: string
    number: number
    kind:
      | 'received'
      | 'axis'
      | 'corrected'
      | 'commented'
      | 'answered'
      | 'balloted'
      | 'result'
      | 'committed'
      | 'studied'
      | 'retained'
      | 'aside'
      | 'merged'
      | 'unmerged'
      | 'hidden'
      | 'restored'
      | 'initiative'
      | 'phase'
      | 'inspired'
      | 'released'
      | 'outcome'
      | 'trial-begun'
      | 'trial-decided'
      | 'kept'
      | 'next-promised'
      | 'next-kept'
      | 'due'
      | 'withdrawn'
    at: number
    person_id: string | null
    detail: string | null
  }
}
