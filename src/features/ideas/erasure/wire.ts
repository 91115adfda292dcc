import type { Tx } from '../../../kernel/storage/tx.ts'
import { anonymityStore } from '../anonymity/store.ts'
import { commentStore } from '../comments/store.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { MergeStore } from '../merging/rows.ts'
import type { SupportStore } from '../support/usecases.ts'
import { ideaErasureHandlers } from './handlers.ts'
import { leavingStore } from './store.ts'
import { type IdeaErasureUsecases, ideaErasureUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'note' | 'clock' | 'ids'> & {
  readonly mergeStore: (tx: Tx) => Pick<MergeStore, 'lockAll'>
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'removeSupport' | 'recount'>
  readonly lot: () => number
}

/** Account erasure: what somebody wrote, commented and supported. */
export function erasureRoom(parts: Parts, context: IdeaContext) {
  const { ideaStore, mergeStore, supportStore, transact, read, note, clock, ids, lot } = parts
  const stores = { ideaStore, store: leavingStore, mergeStore, supportStore, commentStore, anonymityStore }
  return ideaErasureUsecases({ ...stores, transact, read, note, clock, ids, lot }, context)
}

export function erasureEntries(scheduled: IdeaErasureUsecases) {
  return { handlers: [ideaErasureHandlers({ scheduled })], routes: [] }
}
