/** Commitments shared with everyone, but those let go, and whether they are kept. */
export type CommitmentTally = readonly {
  readonly axis: string
  readonly kept: boolean
  readonly month: number
  readonly count: number
}[]
