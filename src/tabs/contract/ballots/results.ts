import type { Shown } from '../../../kernel/personal-data/counts.ts'

/** The turn-out of one Direction. */
export type DirectionTurnoutView = {
  readonly id: string
  readonly name: string
  /** Rounded down; 0: too few to be told. */
  readonly votes: Shown
  readonly voters: number
  /** Whole per cent. */
  readonly share: Shown
}

/**
 * GET /ballots/:id/directions → DirectionsView, of one that is closed: the turn-out in the programme's order, and how many
 * Directions support an option that any supports. Empty before.
 */
export type DirectionsView = {
  readonly items: readonly DirectionTurnoutView[]
  readonly supports: readonly { readonly option: string; readonly count: Shown }[]
}
