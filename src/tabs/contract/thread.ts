/** GET /ideas/:id/thread → Page<EventView>, first things first, 20 a page. */
export type EventView = {
  readonly kind:
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
  /** Milliseconds. */
  readonly at: number
  /** Name of who did it, when there is one to show. */
  readonly by?: string
  /** An axis's id, a ballot's question. */
  readonly detail?: string
}
