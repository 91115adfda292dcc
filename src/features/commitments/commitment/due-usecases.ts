import { exact, rounded, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Commitment } from './domain.ts'

/** First and last day, `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly until: string }
export type Due = Pick<Commitment, 'id' | 'person' | 'horizon'>

/** Where a commitment stands; `notedAt`: milliseconds, 0 without a note. */
type CommitmentProgress = Pick<Commitment, 'state' | 'horizon'> & { readonly notedAt: number }

export type DueStore = {
  /** Under way, their horizon within `days`: by horizon, from just beyond `after`. */
  readonly due: (days: Days, limit: number, after?: Pick<Due, 'id' | 'horizon'>) => Promise<readonly Due[]>
  /** How those of `ids` stand that are there. */
  readonly standings: (ids: readonly string[]) => Promise<ReadonlyMap<string, CommitmentProgress>>
  /** How many of them are shared, by Direction; exact. */
  readonly sharedDue: (days: Days) => Promise<ReadonlyMap<string, number>>
  /** People who show everyone one that they took from the idea; exact. */
  readonly takenFrom: (idea: string) => Promise<number>
}

type Parts = { readonly dues: (tx: Tx) => DueStore; readonly read: Transact }

export type DueUsecases = ReturnType<typeof dueUsecases>

export function dueUsecases({ dues, read }: Parts) {
  return {
    /** Commitments under way whose horizon falls within `days`, by horizon, from just beyond `after`. */
    due: (days: Days, limit: number, after?: Pick<Due, 'id' | 'horizon'>): Promise<readonly Due[]> =>
      read(tx => dues(tx).due(days, limit, after)),

    /** Where they stand, by id; at most 200. */
    standings: (ids: readonly string[]): Promise<ReadonlyMap<string, CommitmentProgress>> =>
      read(tx => dues(tx).standings(ids)),

    /** How many of a Direction's shared commitments reach their horizon within `days`; absent: none. */
    async sharedDue(days: Days): Promise<ReadonlyMap<string, Shown>> {
      const counts = await read(tx => dues(tx).sharedDue(days))
      return new Map([...counts].map(([direction, count]) => [direction, rounded(count)]))
    },

    /** How many people show everyone a commitment that they took from the idea. */
    takenFrom: async (idea: string): Promise<Shown> =>
      exact('shared', await read(tx => dues(tx).takenFrom(idea))),
  }
}
