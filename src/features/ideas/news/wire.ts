import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { StepUsecases } from '../../next-steps/index.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { CommentUsecases } from '../comments/usecases.ts'
import type { Steps } from '../idea/state-usecases.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import type { MergeMessageUsecases } from '../merging/message-usecases.ts'
import type { CommentModerationUsecases } from '../moderation/comment-report-usecases.ts'
import type { SummaryUsecases } from '../summary/usecases.ts'
import { drawingNews } from './drawn-handlers.ts'
import { messageHandlers } from './handlers.ts'
import { threadRoutes } from './routes.ts'
import { threadHandlers } from './thread-handlers.ts'
import type { TimelineUsecases } from './thread-usecases.ts'

type Rooms = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly steps: Pick<Steps, 'holds' | 'tellPage' | 'followed' | 'promised'>
  readonly timelines: TimelineUsecases
  readonly mergeMessages: Pick<MergeMessageUsecases, 'mergeSeen'>
  readonly comments: Pick<CommentUsecases, 'hasCommented'>
  readonly commentReports: Pick<CommentModerationUsecases, 'ownComment'>
  readonly summaries: Pick<SummaryUsecases, 'publishedSummary'>
}

type Entry = {
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly thread: Pick<ThreadUsecases, 'of'>
  readonly nextSteps: Pick<StepUsecases, 'allOn'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** The idea's history: read in its thread, or sent in messages. */
export function newsEntries(rooms: Rooms, entry: Entry, replies: IdeaReplies) {
  const { ideas, steps, timelines, mergeMessages, comments, commentReports, summaries } = rooms
  const { messages, thread, nextSteps, programme, words } = entry
  const drawing = drawingNews(
    {
      ideas,
      steps,
      mergeMessages,
      comments,
      commentReports,
      summaries,
      thread,
      nextSteps,
      programme,
      words,
    },
    replies,
  )
  return {
    handlers: [
      threadHandlers({ timelines, programme, words }, replies),
      messageHandlers({ drawing, steps, messages, words }),
    ],
    routes: threadRoutes(timelines),
    /** A move of an idea, as a line of a card that tells several, or on a card of its own. */
    moves: { line: drawing.line, drawn: drawing.drawn },
  }
}
