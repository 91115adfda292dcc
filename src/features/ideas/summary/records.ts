import type { Idea } from '../idea/domain.ts'
import type { IdeaTally } from './counts.ts'
import type { SummarisedWorkshop, Summary } from './domain.ts'

/** Summaries as they are kept, and what is counted for them. */
export type SummaryStore = {
  /** False when the workshop has one already. */
  readonly addSummary: (summary: Summary) => Promise<boolean>
  readonly findSummary: (workshop: string) => Promise<Summary | undefined>
  /** Of the workshop itself, what its steps need. */
  readonly workshopOf: (id: string) => Promise<SummarisedWorkshop | undefined>
  readonly summarisedAmong: (workshops: readonly string[]) => Promise<ReadonlySet<string>>
  /**
   * When each of those that say what comes next, in a sentence or in a step, was published or last corrected (ms): one
   * without either says nothing of what follows of a vote.
   */
  readonly sequelSaidAt: (workshops: readonly string[]) => Promise<ReadonlyMap<string, number>>
  readonly publishedIn: (workshops: readonly string[]) => Promise<readonly Summary[]>
  /** Like `findSummary`; nobody else corrects it until the transaction ends. */
  readonly lockSummary: (workshop: string) => Promise<Summary | undefined>
  readonly setSummary: (summary: Summary) => Promise<void>
  /** Of their ideas together; a merge group counts once. */
  readonly tallied: (workshops: readonly string[]) => Promise<IdeaTally>
  /** Retained ideas on which steps were written, of the workshops or for which `others` stand; at most 200 each. */
  readonly followedBy: (workshops: readonly string[], others: readonly string[]) => Promise<readonly string[]>
  /** Those of them with supporters, the most supported first, then the oldest. */
  readonly mostSupportedAt: (workshops: readonly string[], limit: number) => Promise<readonly Idea[]>
}
