import type { Words } from '../../../i18n/words.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { CommentsReply } from '../comments/handlers.ts'
import { commentStore } from '../comments/store.ts'
import type { CommentUsecases } from '../comments/usecases.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import type { MergeGroups } from '../merging/grouping-usecases.ts'
import { commentReportHandlers } from './comment-report-handlers.ts'
import { commentModerationRoutes } from './comment-report-routes.ts'
import { commentModerationStore } from './comment-report-store.ts'
import { commentModerationUsecases } from './comment-report-usecases.ts'
import { moderationHandlers } from './handlers.ts'
import { hidingsOf, hidingUsecases } from './hiding-usecases.ts'
import { moderationRoutes } from './routes.ts'
import { type ModerationStore, moderationUsecases } from './usecases.ts'

type Parts = Pick<
  IdeaContextParts,
  'ideaStore' | 'transact' | 'read' | 'note' | 'audit' | 'clock' | 'people'
> & {
  readonly moderationStore: (tx: Tx) => ModerationStore
  readonly groups: Pick<MergeGroups, 'withGroups' | 'separateAll'>
  readonly messages: Pick<MessageUsecases, 'tell'>
}

type ModerationRoom = ReturnType<typeof moderationRoom>

/** Reports and hidings of ideas and comments, and the notification of their authors. */
export function moderationRoom(parts: Parts, context: IdeaContext) {
  const { ideaStore, groups, messages, transact, read, note, audit, clock, people } = parts
  const hidings = hidingsOf({ note, clock, messages })
  return {
    moderation: moderationUsecases(
      { ideaStore, store: parts.moderationStore, groups, hidings, read, note, clock, audit },
      context,
    ),
    commentReports: commentModerationUsecases(
      { store: commentModerationStore, commentStore, hidings, read, clock, audit, people },
      context,
    ),
    hidings: hidingUsecases({ ideaStore, commentStore, tell: hidings.tell, transact }),
  }
}

type Entry = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly comments: Pick<CommentUsecases, 'comments'>
  readonly commentsReply: CommentsReply
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

export function moderationEntries(room: ModerationRoom, entry: Entry, replies: IdeaReplies) {
  const { moderation, commentReports, hidings } = room
  const { ideas, comments, commentsReply, programme, words } = entry
  return {
    handlers: [
      moderationHandlers({ ideas, moderation, hidings, programme, words }, replies),
      commentReportHandlers({ comments, commentReports, programme, words }, replies, commentsReply),
    ],
    routes: [...moderationRoutes(moderation), ...commentModerationRoutes(commentReports)],
  }
}
