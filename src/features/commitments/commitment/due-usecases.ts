import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Commitment } from './domain.ts'

/** First and last day, `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly until: string }
export type Due = Pick<Commitment, 'id' | 'person' | 'horizon'>

/** State of a commitment; `notedAt`: milliseconds, 0 without a note. */
type CommitmentProgress = Pick<Commitment, 'state' | 'horizon'> & { readonly notedAt: number }

export type DueStore = {
  /** Commitments under way with a horizon within `days`: by horizon, from just after `after`. */
  readonly due: (days: Days, limit: number, after?: Pick<Due, 'id' | 'horizon'>) => Promise<readonly Due[]>
  /** State of those of `ids` that exist. */
  readonly progress: (ids: readonly string[]) => Promise<ReadonlyMap<string, CommitmentProgress>>
  /** Exact number of shared ones, by Direction. */
  readonly sharedDue: (days: Days) => Promise<ReadonlyMap<string, number>>
  /** Exact number of people with one from the idea that everyone sees. */
  readonly takenFrom: (idea: string) => Promise<number>
}

type Parts = { readonly dues: (tx: Tx) => DueStore; readonly read: Transact }

export type DueUsecases = ReturnType<typeof dueUsecases>

export function dueUsecases({ dues, read }: Parts) {
  return {
    /** Commitments under way whose horizon falls within `days`, by horizon, from just beyond `after`. */
    due: (days: Days, limit: number, after?: Pick<Due, 'id' | 'horizon'>): Promise<readonly Due[]> =>
      read(tx => dues(tx).due(days, limit, after)),

    /** State by id; at most 200. */
    progress: (ids: readonly string[]): Promise<ReadonlyMap<string, CommitmentProgress>> =>
      read(tx => dues(tx).progress(ids)),

    /** Number of shared commitments with a horizon within `days`, by Direction; absent: none. */
    async sharedDue(days: Days): Promise<ReadonlyMap<string, Shown>> {
      const counts = await read(tx => dues(tx).sharedDue(days))
      return new Map([...counts].map(([direction, count]) => [direction, exact('shared', count)]))
    },

    /** Number of people with a commitment from the idea that everyone sees. */
    takenFrom: async (idea: string): Promise<Shown> =>
      exact('shared', await read(tx => dues(tx).takenFrom(idea))),
  }
}
