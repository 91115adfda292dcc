export type PostContent = { readonly card: object; readonly summary: string }

/** A card to post under `key`, or the new state of the one that stands there. */
export type CardPost = PostContent & {
  readonly to: string
  readonly key: string
  readonly editOnly?: boolean | undefined
  /** Not edited where it certainly stands as it is. */
  readonly ifChanged?: boolean | undefined
}

type Refused = { readonly status: number; readonly code?: string }

/**
 * How a post ended: Teams has it, unless one of these is said. `at`: when it was begun, in milliseconds. `refused`: it
 * will not have it there; `dead`: nowhere; `unknown`: it may have it.
 */
export type DeliveryResult = {
  readonly to: string
  readonly key: string
  readonly at: number
  readonly refused?: Refused
  readonly dead?: Refused
  readonly unknown?: true
}

/** Tells several how a post ended, one after another. */
export function tellEach(...told: readonly ((end: DeliveryResult) => Promise<void>)[]) {
  return async (end: DeliveryResult): Promise<void> => {
    for (const tell of told) await tell(end)
  }
}

/** What became of a fact in hand. `pace`: not yet allowed. `lost`: somebody else sends by now, and has it. */
export type FactOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'pace'; readonly until: number }
  | { readonly kind: 'retry'; readonly until: number; readonly error: unknown }
  | { readonly kind: 'dead'; readonly error: unknown }
  | { readonly kind: 'lost' }

const RANK: readonly FactOutcome['kind'][] = ['done', 'dead', 'pace', 'retry', 'lost']

/** What decides for a fact of several messages: one that may pass outweighs one that never will. */
export function worst(outcomes: readonly FactOutcome[]): FactOutcome {
  const [first = { kind: 'done' } as const, ...others] = outcomes
  return others.reduce((a, b) => (RANK.indexOf(b.kind) > RANK.indexOf(a.kind) ? b : a), first)
}
