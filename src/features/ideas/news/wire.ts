import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { Steps } from '../idea/state-usecases.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import type { MergeMessageUsecases } from '../merging/message-usecases.ts'
import type { CommentModerationUsecases } from '../moderation/comment-report-usecases.ts'
import type { SummaryUsecases } from '../summary/usecases.ts'
import { messageHandlers } from './handlers.ts'
import { threadRoutes } from './routes.ts'
import { threadHandlers } from './thread-handlers.ts'
import type { TimelineUsecases } from './thread-usecases.ts'

type Rooms = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly steps: Pick<Steps, 'holds' | 'tellPage' | 'followed'>
  readonly timelines: TimelineUsecases
  readonly mergeMessages: Pick<MergeMessageUsecases, 'mergeSeen'>
  readonly commentReports: Pick<CommentModerationUsecases, 'ownComment'>
  readonly summaries: Pick<SummaryUsecases, 'publishedSummary'>
}

type Entry = {
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly thread: Pick<ThreadUsecases, 'of'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** The idea's history: read in its thread, or sent in messages. */
export function newsEntries(rooms: Rooms, entry: Entry, replies: IdeaReplies) {
  const { ideas, steps, timelines, mergeMessages, commentReports, summaries } = rooms
  const { messages, thread, programme, words } = entry
  return {
    handlers: [
      threadHandlers({ timelines, programme, words }, replies),
      messageHandlers(
        { ideas, steps, mergeMessages, commentReports, summaries, messages, thread, programme, words },
        replies,
      ),
    ],
    routes: threadRoutes(timelines),
  }
}
