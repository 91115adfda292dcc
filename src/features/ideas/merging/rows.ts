import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Idea } from '../idea/domain.ts'
import type { Merge } from './domain.ts'

type Moved = { readonly until: number; readonly limit: number; readonly after: string }

export type MergeStore = {
  /** Ids of each of `ids` and of its whole merge group, sorted. */
  readonly groups: (ids: readonly string[]) => Promise<readonly string[]>
  /** Locks in the order of the ids, so that two transactions cannot deadlock. */
  readonly lockAll: (ids: readonly string[]) => Promise<readonly Idea[]>
  readonly addMerge: (merge: Merge) => Promise<void>
  readonly setMerge: (
    id: string,
    to: Pick<Merge, 'state' | 'fromState'> & { readonly settledAt: number },
  ) => Promise<void>
  readonly findMerge: (id: string) => Promise<Merge | undefined>
  /** The merges of `from`, proposed or made, the newest first. */
  readonly mergesOf: (from: string) => Promise<readonly Merge[]>
  /** Open proposals by others for an idea of this author, the newest first. */
  readonly mergesAsked: (author: string, limit: number, after?: Cursor) => Promise<readonly Merge[]>
  /** Merges `from`, and what is merged into it, into `into`; its supports count there and are not rewritten. */
  readonly join: (from: string, into: string) => Promise<void>
  /** Separates `from`, which returns to `state` with all supports given to it or to its group. */
  readonly part: (from: string, state: Idea['state']) => Promise<void>
  /** Who supported `from` or its group by `until` (milliseconds) and still does. */
  readonly movedSupporters: (from: string, moved: Moved) => Promise<readonly string[]>
}
