import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContext } from '../idea/context-usecases.ts'
import { anonymityHandlers } from './handlers.ts'
import { anonymityRoutes } from './routes.ts'
import { anonymityStore } from './store.ts'
import { type AnonymityUsecases, anonymityUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof anonymityUsecases>[0], 'store'>

/** Its author's name, taken off an idea. */
export function anonymityRoom(
  { ideaStore, supportStore, withGroups, thread, read }: Parts,
  context: IdeaContext,
) {
  return anonymityUsecases(
    { ideaStore, store: anonymityStore, supportStore, withGroups, thread, read },
    context,
  )
}

export function anonymityEntries(anonymity: AnonymityUsecases, replies: IdeaReplies) {
  return { handlers: [anonymityHandlers({ anonymity }, replies)], routes: anonymityRoutes(anonymity) }
}
