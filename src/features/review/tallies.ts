import type { Tx } from '../../kernel/storage/tx.ts'
import type { BallotTally } from '../ballots/index.ts'
import type { CommitmentTally } from '../commitments/index.ts'
import type { IdeaDelay, IdeaTally } from '../ideas/index.ts'
import type { InitiativeTally } from '../initiatives/index.ts'
import type { WorkshopTally } from '../workshops/index.ts'

/** What each feature counts of itself. */
export type Tallies = {
  readonly workshops: WorkshopTally
  readonly ideas: IdeaTally
  readonly ballots: BallotTally
  readonly initiatives: InitiativeTally
  readonly commitments: CommitmentTally
}

/** `months`: when each of the months begins that counts are told apart by (ms), ascending. */
export type Counting = {
  readonly [K in keyof Tallies]: (tx: Tx, now: number, months: readonly number[]) => Promise<Tallies[K]>
} & {
  /** Of the ideas of one Direction. */
  readonly delaysOf: (tx: Tx, direction: string) => Promise<readonly IdeaDelay[]>
}

export type PromisedSteps = IdeaTally['steps'][number]

/** PromisedSteps that were promised, whatever they follow from. */
export const stepsOf = ({ ideas, ballots }: Tallies): readonly PromisedSteps[] => [
  ...ideas.steps,
  ...ballots.steps,
]

/** The sum of a column of `rows`. */
export function sumOf<T>(rows: readonly T[], count: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0)
}
