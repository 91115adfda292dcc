import type { OpenKind } from './open-kind.ts'
import type { Tx } from './tx.ts'

/** `now`: milliseconds; `today`: `YYYY-MM-DD` in the programme's zone. */
export type Moment = { readonly now: number; readonly today: string }

export type OpenCount = {
  readonly kind: OpenKind
  /** The kind that it is a part of: not added to it. */
  readonly among?: OpenKind
  /** Exact: each is a thing that those in charge deal with. */
  readonly count: (tx: Tx, moment: Moment) => Promise<number>
}
