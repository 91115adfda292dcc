import type { Tx } from '../storage/tx.ts'

/** What was counted in one cut; '' where a cut does not apply. `count` is exact: it never leaves as it is. */
export type MeasuredCount = {
  /** Id of the Direction. */
  readonly direction: string
  readonly axis: string
  readonly state: string
  readonly count: number
}

/** Something about people that is counted once a day, in cuts that never change. */
export type Measure = { readonly name: string; readonly count: (tx: Tx) => Promise<readonly MeasuredCount[]> }
