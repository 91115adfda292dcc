import type { Words } from '../../../i18n/words.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Pendings } from '../answers/take-back-usecases.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import type { SimilarUsecases } from '../similarity/usecases.ts'
import type { AnswersDue } from '../support/answer-due-usecases.ts'
import type { SupportStore } from '../support/usecases.ts'
import { mergeGroups } from './grouping-usecases.ts'
import { mergeHandlers } from './handlers.ts'
import { mergeMessageUsecases } from './message-usecases.ts'
import { mergeRoutes } from './routes.ts'
import type { MergeStore } from './rows.ts'
import { mergeUsecases } from './usecases.ts'

type Parts = Pick<
  IdeaContextParts,
  'ideaStore' | 'transact' | 'read' | 'note' | 'audit' | 'clock' | 'ids'
> & {
  readonly mergeStore: (tx: Tx) => MergeStore
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'recount'>
  readonly answersDue: Pick<AnswersDue, 'start' | 'redate'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'wentOut'>
  readonly applyPending: Pendings['applyPending']
}

type MergeRoom = ReturnType<typeof mergeRoom>

/**
 * Merging and separating ideas, and the notification of those concerned. `groups`: locks whole merge groups, for other
 * rooms.
 */
export function mergeRoom(parts: Parts, context: IdeaContext) {
  const { ideaStore, mergeStore, supportStore, answersDue, messages, applyPending } = parts
  const { transact, read, note, audit, clock, ids } = parts
  const groups = mergeGroups(
    { mergeStore, supportStore, answersDue, transact, note, audit, clock, ids },
    context,
  )
  return {
    groups,
    merges: mergeUsecases(
      {
        ideaStore,
        mergeStore,
        supportStore,
        answersDue,
        groups,
        applyPending,
        messages,
        read,
        note,
        audit,
        clock,
        ids,
      },
      context,
    ),
    mergeMessages: mergeMessageUsecases(
      { ideaStore, mergeStore, messages, transact, read, note, clock },
      context,
    ),
  }
}

type Entry = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly similarity: Pick<SimilarUsecases, 'similar'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

export function mergeEntries({ merges, mergeMessages }: MergeRoom, entry: Entry, replies: IdeaReplies) {
  const { ideas, similarity, programme, words } = entry
  return {
    handlers: [mergeHandlers({ ideas, similarity, merges, mergeMessages, programme, words }, replies)],
    routes: mergeRoutes({ ideas, merges, mergeMessages }),
  }
}
