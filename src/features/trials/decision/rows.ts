import type { TrialEnding } from '../trial/domain.ts'

/** The initiative of a trial. `owner`: absent while nobody carries it. */
export type TriedInitiative = {
  readonly initiative: string
  readonly title: string
  readonly owner?: string
  readonly isDecided: boolean
}

export type DecisionStore = {
  readonly decide: (id: string, ending: TrialEnding) => Promise<void>
  /** Who tries it, and members of its initiative: each once, by id, from just after `after`. */
  readonly touching: (
    of: { readonly trial: string; readonly initiative: string },
    limit: number,
    after: string,
  ) => Promise<readonly string[]>
  readonly hasTried: (trial: string, person: string) => Promise<boolean>
  /** Ids of the initiative's trials that are decided, the latest first. */
  readonly decidedOf: (initiative: string, limit: number) => Promise<readonly string[]>
  /** Whether one of the initiative's was decided on that day, `YYYY-MM-DD`. */
  readonly isDecidedOn: (initiative: string, day: string) => Promise<boolean>
  /** Ids of those decided at `since` (ms) or later that have a card in a channel. */
  readonly postedSince: (since: number, limit: number) => Promise<readonly string[]>
  readonly initiativeOf: (id: string) => Promise<TriedInitiative | undefined>
}
