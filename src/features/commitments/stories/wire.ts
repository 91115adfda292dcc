import type { Wiring } from '../../../conversation/wiring.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import type { CommitmentStore, OwnCommitmentUsecases } from '../commitment/usecases.ts'
import type { CommitmentViews } from '../commitment/view-routes.ts'
import { storyVerbs } from './handlers.ts'
import { storyPlaces } from './place-usecases.ts'
import { storyRoutes } from './routes.ts'
import { storyStore } from './store.ts'
import { storyUsecases } from './usecases.ts'

type Deps = Parameters<typeof storyPlaces>[0] & {
  readonly commitments: (tx: Tx) => Pick<CommitmentStore, 'find' | 'lock'>
}

type StoryRoom = ReturnType<typeof storyRoom>

/** What somebody tells their Direction of a commitment that they kept. */
export function storyRoom(wiring: Wiring, deps: Deps) {
  const { transact, read, once, note, clock, ids } = wiring
  const { commitments, ...around } = deps
  const places = storyPlaces(around)
  const { placeOf } = places
  const stories = storyUsecases({
    store: storyStore,
    commitments,
    placeOf,
    transact,
    read,
    once,
    note,
    clock,
    ids,
  })
  return { places, stories }
}

type Entry = {
  readonly show: OwnCommitmentUsecases['show']
  readonly replies: CommitmentReplies
  readonly view: CommitmentViews
}

export function storyEntries({ words, ids }: Wiring, { stories }: StoryRoom, { show, replies, view }: Entry) {
  return {
    verbs: storyVerbs({ show, stories, words, ids }, replies),
    routes: storyRoutes(stories, view),
  }
}
