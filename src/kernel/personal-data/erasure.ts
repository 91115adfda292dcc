import type { Tx } from '../storage/tx.ts'

/** What becomes of ideas that others supported, and of those without a name, as their author chooses. */
export type Parting = 'unname' | 'withdraw'

/**
 * What a feature does in the transaction that erases a person, while rows still name them: what others rest on stays
 * without them, and cards in channels that carry their words are drawn again. A feature's `wire` offers its own as `erasures`.
 */
export type Erasure = (tx: Tx, person: string, parting: Parting) => Promise<void>
