import type { Shown } from '../../../kernel/personal-data/counts.ts'

/** The turn-out of one Direction. */
export type DirectionTurnoutView = {
  readonly id: string
  readonly name: string
  /** An estimate; 0: too few to be shown. */
  readonly votes: Shown
  readonly voters: number
  /** Whole per cent. */
  readonly share: Shown
  /** Fewer than nineteen people: nothing is said of them. */
  readonly small?: true
}

/**
 * GET /ballots/:id/directions → DirectionsView, of one that is closed: the turn-out in the programme's order, and how many
 * Directions support an option that any supports. Empty before.
 */
export type DirectionsView = {
  readonly items: readonly DirectionTurnoutView[]
  readonly supports: readonly { readonly option: string; readonly count: Shown }[]
}
