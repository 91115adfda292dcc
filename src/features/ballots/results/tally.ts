/** Ballots that were ever open, by the axis of their options: '' where they have several, or one has none. */
export type BallotTally = {
  readonly ballots: readonly { readonly axis: string; readonly count: number }[]
  /** Steps that were promised on them, and whether they are kept; `direction`: who promised, '' the Lab'. */
  readonly steps: readonly {
    readonly axis: string
    readonly direction: string
    readonly kept: boolean
    readonly month: number
    readonly steps: number
  }[]
}
