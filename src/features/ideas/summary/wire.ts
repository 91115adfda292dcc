import type { Words } from '../../../i18n/words.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { StepUsecases } from '../../next-steps/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { summaryHandlers } from './handlers.ts'
import { summaryRoutes } from './routes.ts'
import { summaryStore } from './store.ts'
import { type Participants, type SummaryUsecases, summaryUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'transact' | 'read' | 'note' | 'audit' | 'clock'> & {
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly participants: Participants
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly nextSteps: Pick<StepUsecases, 'shownOn'>
  readonly small: Small
}

/** Summaries of finished workshops. */
export function summaryRoom(parts: Parts) {
  const { small, workshops, participants, messages, nextSteps, transact, read, note, audit, clock } = parts
  const store = (tx: Tx) => summaryStore(tx, small)
  return summaryUsecases({
    store,
    workshops,
    participants,
    messages,
    nextSteps,
    transact,
    read,
    note,
    audit,
    clock,
  })
}

type Entry = {
  readonly ideas: Pick<IdeaQueries, 'posted'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly words: (language: Language) => Words
  readonly home: Language
}

export function summaryEntries(summaries: SummaryUsecases, entry: Entry, replies: IdeaReplies) {
  const { ideas, channels, words, home } = entry
  return {
    handlers: [summaryHandlers({ ideas, summaries, channels, words, home }, replies)],
    routes: summaryRoutes(summaries),
  }
}
