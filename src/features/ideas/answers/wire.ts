import type { Words } from '../../../i18n/words.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import type { Steps } from '../idea/state-usecases.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { decisionHandlers } from './decision-handlers.ts'
import { decisionUsecases } from './decision-usecases.ts'
import { answerHandlers } from './handlers.ts'
import { ideaInitiativeUsecases } from './initiative-usecases.ts'
import { outcomeStore } from './outcome-store.ts'
import { answerRoutes } from './routes.ts'
import { answerStore } from './store.ts'
import { pendingHandlers } from './take-back-handlers.ts'
import { pendingStore } from './take-back-store.ts'
import { pendingOf, pendingUsecases } from './take-back-usecases.ts'
import { answerUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'note' | 'audit' | 'clock'> & {
  readonly programme: Pick<Programme, 'directions'>
  readonly notifyFollowers: Steps['notifyFollowers']
  readonly small: Small
}

type AnswerRoom = ReturnType<typeof answerRoom>

/** Answers and decisions. `applyPending`: applies what is pending on an idea. */
export function answerRoom(parts: Parts, context: IdeaContext) {
  const { ideaStore, notifyFollowers, small, programme, transact, read, note, audit, clock } = parts
  const pendingOn = (tx: Tx, ideas: readonly string[]) => pendingStore(tx).pendingOn(ideas)
  const pendings = pendingOf(
    { ideaStore, store: pendingStore, outcomeStore, notifyFollowers, note, clock },
    context,
  )
  const { delay, applyPending } = pendings
  const store = (tx: Tx) => answerStore(tx, small)
  return {
    applyPending,
    answers: answerUsecases({ store, pendingOn, delay, read, audit, programme }, context),
    decisions: decisionUsecases({ pendingOn, delay, audit }, context),
    pendings: pendingUsecases({ store: pendingStore, pendings, transact, note, audit, clock }, context),
    initiatives: ideaInitiativeUsecases({ ideaStore, applyPending, notifyFollowers }, context),
  }
}

type Entry = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

export function answerEntries(
  { answers, decisions, pendings }: AnswerRoom,
  entry: Entry,
  replies: IdeaReplies,
) {
  const { ideas, programme, words, clock } = entry
  return {
    handlers: [
      answerHandlers({ ideas, answers, programme, words }, replies),
      decisionHandlers({ ideas, decisions, programme, words }, replies),
      pendingHandlers({ pendings }, replies),
    ],
    routes: answerRoutes({ answers, decisions, pendings }, clock),
  }
}
