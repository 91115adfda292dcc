import type { Tx } from '../../kernel/storage/tx.ts'
import type { BallotTally } from '../ballots/index.ts'
import type { CommitmentTally } from '../commitments/index.ts'
import type { IdeaCount, IdeaDelay, IdeaStepCount } from '../ideas/index.ts'
import type { InitiativeTally } from '../initiatives/index.ts'
import type { TrialTally } from '../trials/index.ts'
import type { WorkshopTally } from '../workshops/index.ts'

/** What the features to the left count of themselves. */
export type Tallies = {
  readonly workshops: WorkshopTally
  readonly summaries: readonly { readonly axis: string; readonly count: number }[]
  readonly boxes: number
  readonly ideas: readonly IdeaCount[]
  readonly delays: readonly IdeaDelay[]
  readonly ballots: BallotTally
  /** Those that follow of ideas and of summaries. */
  readonly steps: readonly IdeaStepCount[]
  readonly initiatives: InitiativeTally
  /** Those that have begun. */
  readonly trials: TrialTally
  readonly commitments: CommitmentTally
}

/** `months`: when each of the months begins that counts are told apart by (ms), ascending. */
export type Count<T> = (tx: Tx, now: number, months: readonly number[]) => Promise<T>

export type Counting = { readonly [K in keyof Tallies]: Count<Tallies[K]> } & {
  /** Of the ideas of one Direction. */
  readonly delaysOf: (tx: Tx, direction: string) => Promise<readonly IdeaDelay[]>
}

/** Steps that were promised, whatever they follow from. */
export const stepsOf = ({ steps, ballots }: Tallies): readonly IdeaStepCount[] => [...steps, ...ballots.steps]

/** The sum of a column of `rows`. */
export function sumOf<T>(rows: readonly T[], count: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0)
}
