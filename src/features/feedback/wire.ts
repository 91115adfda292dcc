import type { Wiring } from '../../conversation/wiring.ts'
import type { PresentUsecases } from '../attendance/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { feedbackHandlers } from './handlers.ts'
import { feedbackRoutes } from './routes.ts'
import { feedbackStore } from './store.ts'
import { feedbackUsecases } from './usecases.ts'

type Deps = {
  readonly presentIn: PresentUsecases['presentIn']
  readonly messages: Pick<MessageUsecases, 'tell' | 'wentOut' | 'subjectsOf' | 'claim' | 'drop' | 'show'>
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'show'> & Pick<ReminderUsecases, 'seatedIn'>
  readonly purge: Parameters<typeof feedbackUsecases>[0]['purge']
}

export function wireFeedback(wiring: Wiring, { presentIn, messages, workshops, purge }: Deps) {
  const { transact, read, note, once, clock, ids, words } = wiring
  const feedback = feedbackUsecases({
    store: feedbackStore,
    presentIn,
    messages,
    workshops,
    purge,
    transact,
    read,
    note,
    once,
    clock,
    ids,
  })
  return {
    usecases: { asked: feedback.asked },
    handlers: feedbackHandlers({ feedback, workshops, messages, words }),
    routes: feedbackRoutes(feedback),
  }
}
