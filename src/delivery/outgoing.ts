export type PostContent = { readonly card: object; readonly summary: string }

/** A card to post under `key`, or the new state of the one that stands there. */
export type CardPost = PostContent & {
  readonly to: string
  readonly key: string
  readonly editOnly?: boolean | undefined
  /** Skips the edit if the message certainly looks so already. */
  readonly ifChanged?: boolean | undefined
}

type Refused = { readonly status: number; readonly code?: string }

/**
 * Result of a post: delivered, unless one of these is set. `at`: when it was begun, in milliseconds. `refused`:
 * rejected there; `dead`: rejected for good; `unknown`: Teams may have it.
 */
export type DeliveryResult = {
  readonly to: string
  readonly key: string
  readonly at: number
  readonly refused?: Refused
  readonly dead?: Refused
  readonly unknown?: true
}

/** Notifies several listeners of a result, one after another. */
export function notifyEach(...told: readonly ((end: DeliveryResult) => Promise<void>)[]) {
  return async (end: DeliveryResult): Promise<void> => {
    for (const tell of told) await tell(end)
  }
}

/** Outcome of a fact. `pace`: not yet within the rate limits. `lost`: another process has the lease, and the fact. */
export type FactOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'pace'; readonly until: number }
  | { readonly kind: 'retry'; readonly until: number; readonly error: unknown }
  | { readonly kind: 'dead'; readonly error: unknown }
  | { readonly kind: 'lost' }

const RANK: readonly FactOutcome['kind'][] = ['done', 'dead', 'pace', 'retry', 'lost']

/** Combined outcome of a fact with several messages: a retry outweighs a final failure. */
export function worst(outcomes: readonly FactOutcome[]): FactOutcome {
  const [first = { kind: 'done' } as const, ...others] = outcomes
  return others.reduce((a, b) => (RANK.indexOf(b.kind) > RANK.indexOf(a.kind) ? b : a), first)
}
