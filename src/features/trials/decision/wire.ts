import type { Wiring } from '../../../conversation/wiring.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { InitiativeUsecases } from '../../initiatives/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { StepUsecases } from '../../next-steps/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { TrialContext } from '../trial/context-usecases.ts'
import type { TrialReadingUsecases } from '../trial/reading-usecases.ts'
import { trialStore } from '../trial/store.ts'
import type { TrialViews } from '../trial/view-routes.ts'
import { decisionAsking } from './asking-usecases.ts'
import { decisionChannelFacts } from './channel-handlers.ts'
import { drawingDecisions } from './drawn-handlers.ts'
import { decisionVerbs } from './handlers.ts'
import { decisionMessages } from './message-handlers.ts'
import { decisionPlaces } from './place-usecases.ts'
import { decisionReplies } from './reply-handlers.ts'
import { decisionRoutes } from './routes.ts'
import { decisionReading } from './seen-usecases.ts'
import { decisionStore } from './store.ts'
import { decisionTelling } from './telling-usecases.ts'
import { decisionUsecases } from './usecases.ts'

export type DecisionDeps = {
  readonly programme: Pick<Programme, 'direction' | 'directions'>
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'noteActed' | 'claim' | 'drop' | 'show'>
  readonly ideas: Pick<IdeaUsecases, 'notifyFollowers' | 'hasCommented' | 'stepSubject'>
  readonly initiatives: Pick<InitiativeUsecases, 'follow' | 'seenOne' | 'posted'>
  readonly nextSteps: Pick<StepUsecases, 'shownOn' | 'mayWrite'>
}

type Beside = { readonly context: TrialContext; readonly reading: Pick<TrialReadingUsecases, 'show'> }

/** How a trial ends: asked, decided, told. */
export function decisionRoom(wiring: Wiring, deps: DecisionDeps, { context, reading }: Beside) {
  const { transact, read, note, audit, clock, zone, words, home } = wiring
  const { programme, channels, messages, ideas, initiatives, nextSteps } = deps
  const [store, trials] = [decisionStore, trialStore]
  const isShown = async (tx: Tx, idea: string) => (await ideas.stepSubject(tx, idea))?.standing === 'open'
  const { placesOf } = decisionPlaces({ channels })
  const decisions = decisionUsecases(
    {
      store,
      transact,
      note,
      audit,
      clock,
      programme,
      initiatives,
      ideas,
      messages,
      channels,
      placesOf,
    },
    context,
  )
  const asking = decisionAsking({ store, trials, transact, note, zone, messages, isShown }, context)
  const telling = decisionTelling({ store, trials, transact, note, messages, ideas, isShown })
  const { show } = reading
  const seen = decisionReading({ store, trials, read, show, initiatives, ideas, nextSteps })
  const replies = decisionReplies({ decisions: seen, programme, words })
  const { today } = context
  const told = decisionMessages({ decisions: seen, asking, telling, messages, programme, words }, replies)
  const { line, drawn } = drawingDecisions({ decisions: seen, programme, words })
  return {
    stepSubject: decisions.stepSubject,
    schedule: asking.schedule,
    moves: { line, drawn },
    handlers: [
      { verbs: decisionVerbs({ decisions, reading: seen, today, programme, words }, replies) },
      told,
      { facts: decisionChannelFacts({ decisions: seen, channels, programme, words, home, clock }) },
    ],
    routes: (views: TrialViews) => decisionRoutes(decisions, views),
  }
}
