import type { Wiring } from '../../conversation/wiring.ts'
import type { PresentUsecases } from '../attendance/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { feedbackHandlers } from './handlers.ts'
import { feedbackRoutes } from './routes.ts'
import { feedbackStore } from './store.ts'
import { type FeedbackUsecases, feedbackUsecases } from './usecases.ts'

type Deps = PresentUsecases & {
  readonly messages: MessageUsecases
  readonly workshops: WorkshopUsecases & ReminderUsecases
  readonly scrub: Parameters<typeof feedbackUsecases>[0]['scrub']
}

export function wireFeedback(wiring: Wiring, deps: Deps) {
  const feedback: FeedbackUsecases = feedbackUsecases({ ...wiring, ...deps, store: feedbackStore })
  return {
    handlers: feedbackHandlers({ ...wiring, ...deps, feedback }),
    routes: feedbackRoutes(feedback),
  }
}
