import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Idea } from './domain.ts'
import type { IdeaState } from './state.ts'

export type IdeaFilter = { readonly author?: string; readonly box?: string }

/** Reads and writes ideas themselves. */
export type IdeaStore = {
  /** False when the id exists already. */
  readonly add: (idea: Idea) => Promise<boolean>
  readonly find: (id: string) => Promise<Idea | undefined>
  /** Like `find`, with the row and its dependent rows locked until the transaction ends. */
  readonly lock: (id: string) => Promise<Idea | undefined>
  readonly setState: (id: string, state: IdeaState) => Promise<void>
  readonly setAxis: (id: string, axis: string) => Promise<void>
  readonly setText: (id: string, text: string) => Promise<void>
  /** Removes it from every list; its supports and comments are kept. */
  readonly withdraw: (id: string) => Promise<void>
  /** Ideas merged into `roots`, the oldest first. */
  readonly joinedWith: (roots: readonly string[]) => Promise<readonly Idea[]>
  /** Newest first, from just after `after`; withdrawn ones are left out here and below. */
  readonly newest: (filter: IdeaFilter, limit: number, after?: Cursor) => Promise<readonly Idea[]>
  readonly byIds: (ids: readonly string[]) => Promise<readonly Idea[]>
  /** The most supported first, `skip` of them left out. */
  readonly mostSupported: (limit: number, skip?: number) => Promise<readonly Idea[]>
  /** Ids of the newest, hidden and withdrawn ones included: their cards may still be in a channel. */
  readonly lately: (limit: number) => Promise<readonly string[]>
}
