import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContext } from '../idea/context-usecases.ts'
import { commentHandlers } from './handlers.ts'
import { commentRoutes } from './routes.ts'
import { commentStore } from './store.ts'
import { commentUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof commentUsecases>[0], 'commentStore'>
type Entry = Parameters<typeof commentHandlers>[0]

/** What is said under an idea. */
export function commentRoom({ ideaStore, read, once, clock, ids, people }: Parts, context: IdeaContext) {
  return commentUsecases({ ideaStore, commentStore, read, once, clock, ids, people }, context)
}

export function commentEntries({ ideas, comments, programme, words, ids }: Entry, replies: IdeaReplies) {
  const handlers = commentHandlers({ ideas, comments, programme, words, ids }, replies)
  return { commentsReply: handlers.commentsReply, handlers: [handlers], routes: commentRoutes(comments) }
}
