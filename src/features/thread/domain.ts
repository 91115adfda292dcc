/** Events in the life of an idea. Supports and votes are never events. */
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
  | 'trial-begun'
  | 'trial-decided'
  | 'kept'
  | 'next-promised'
  | 'next-kept'
  | 'due'
  | 'withdrawn'

export type ThreadEvent = {
  /** Kind of thing that it happened to. */
  readonly thing: 'idea'
  readonly id: string
  readonly kind: EventKind
  /** Milliseconds. */
  readonly at: number
  /** Id of who did it; absent when nobody did, or when it is confidential. */
  readonly by?: string
  /** An axis's id, another idea's, a ballot's question: cut at 280 characters. */
  readonly detail?: string
}

/** Only these kinds, or all others. */
export type Kinds = { readonly only: readonly EventKind[] } | { readonly but: readonly EventKind[] }

/** Numbered from 1 for each thing. */
export type NumberedEvent = ThreadEvent & { readonly number: number }

/** As shown. `by`: a name, absent when there is none to show. */
export type EventSeen = Pick<NumberedEvent, 'kind' | 'at' | 'number' | 'by' | 'detail'>

export const DETAIL_LENGTH = 280
