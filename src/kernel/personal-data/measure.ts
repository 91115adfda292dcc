import type { Tx } from '../storage/tx.ts'

/**
 * One cell of a measure; '' where a dimension does not apply. `count` is exact: it is rounded before it is stored or
 * shown.
 */
export type MeasuredCount = {
  /** Id of the Direction. */
  readonly direction: string
  readonly axis: string
  readonly state: string
  readonly count: number
}

/** A daily count about people, along fixed dimensions. */
export type Measure = {
  readonly name: string
  readonly count: (tx: Tx) => Promise<readonly MeasuredCount[]>
  /** The same of one Direction as it stands now; only of what all may read one by one. */
  readonly within?: (tx: Tx, direction: string) => Promise<readonly MeasuredCount[]>
}
