/** What happens to an idea, from its first word on. Nobody's support or vote is ever an event. */
export type EventKind =
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
  | 'kept'
  | 'withdrawn'

export type ThreadEvent = {
  /** What it happened to: a kind of thing and its id. */
  readonly thing: 'idea'
  readonly id: string
  readonly kind: EventKind
  /** Milliseconds. */
  readonly at: number
  /** Id of who did it; absent when nobody in particular did, or when it is not for others to know. */
  readonly by?: string
  /** An axis's id, another idea's, a ballot's question: at most 280 characters are kept. */
  readonly detail?: string
}

/** Events of these kinds, or of all others. */
export type Kinds = { readonly only: readonly EventKind[] } | { readonly but: readonly EventKind[] }

/** An event in its place: those of one thing are numbered from 1. */
export type NumberedEvent = ThreadEvent & { readonly number: number }

/** The same as it is shown. `by`: a name, absent when there is none to show. */
export type EventSeen = Pick<NumberedEvent, 'kind' | 'at' | 'number' | 'by' | 'detail'>

export const DETAIL_LENGTH = 280
