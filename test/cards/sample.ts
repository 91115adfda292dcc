import type { CardOf } from '../../src/kernel/text/card.ts'

/**
 * At least one sample of each card that a feature or a room draws. `satisfies Samples<VisitCard | NeedsCard>` on the
 * object does not compile when a template of theirs has none.
 */
export type Samples<Card extends CardOf> = {
  readonly [T in Card['template']]: readonly [
    Extract<Card, { template: T }>,
    ...Extract<Card, { template: T }>[],
  ]
}

/** Stands around every text in a sample that a person would have written: hostile.spec.ts puts its own there. */
export type Said = (text: string) => string
