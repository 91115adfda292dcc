import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Idea } from '../idea/domain.ts'
import type { Merge } from './domain.ts'

type Moved = { readonly until: number; readonly limit: number; readonly after: string }

export type MergeStore = {
  /** Each of `ids` with all that are joined with it or that it is joined with: ids, in their order. */
  readonly groups: (ids: readonly string[]) => Promise<readonly string[]>
  /** In the order of their ids, as `lock` does for one: two that want the same never wait for each other. */
  readonly lockAll: (ids: readonly string[]) => Promise<readonly Idea[]>
  readonly addMerge: (merge: Merge) => Promise<void>
  readonly setMerge: (
    id: string,
    to: Pick<Merge, 'state' | 'fromState'> & { readonly settledAt: number },
  ) => Promise<void>
  readonly findMerge: (id: string) => Promise<Merge | undefined>
  /** All that became of `from`, the newest first. */
  readonly mergesOf: (from: string) => Promise<readonly Merge[]>
  /** What others propose for an idea of this author and nobody answered, the newest first. */
  readonly mergesAsked: (author: string, limit: number, after?: Cursor) => Promise<readonly Merge[]>
  /** `from`, and what is joined with it, stands behind `into`; so do the supports, which stay as they were given. */
  readonly join: (from: string, into: string) => Promise<void>
  /** `from` stands by itself again in `state`, with all that was given to it or to what is joined with it. */
  readonly part: (from: string, state: Idea['state']) => Promise<void>
  /** Who gave `from`, or what is joined with it, a support by `until` (milliseconds) and holds to it. */
  readonly movedSupporters: (from: string, moved: Moved) => Promise<readonly string[]>
}
