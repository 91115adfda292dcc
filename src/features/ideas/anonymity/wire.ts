import type { IdeaReplies } from '../card/reply-handlers.ts'
import { anonymityHandlers } from './handlers.ts'
import { anonymityRoutes } from './routes.ts'
import type { AnonymityUsecases } from './usecases.ts'

export function anonymityEntries(anonymity: AnonymityUsecases, replies: IdeaReplies) {
  return { handlers: [anonymityHandlers({ anonymity }, replies)], routes: anonymityRoutes(anonymity) }
}
