import type { Wiring } from '../../conversation/wiring.ts'
import { lot } from '../../kernel/crypto/random.ts'
import { smallOf } from '../../kernel/personal-data/counts.ts'
import type { PresentUsecases } from '../attendance/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { ThreadUsecases } from '../thread/index.ts'
import type { DoorUsecases, ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { answerRoutes } from './answers/routes.ts'
import { boxPreviews, type Render } from './boxes/preview-cards.ts'
import { boxRoutes } from './boxes/routes.ts'
import { ideaHandlers } from './card/handlers.ts'
import { commentRoutes } from './comments/routes.ts'
import { harvestRoutes } from './harvest/routes.ts'
import { ideaRoutes } from './idea/routes.ts'
import { ideaStore } from './idea/store.ts'
import { ideaUsecases } from './idea/usecases.ts'
import { mergeRoutes } from './merging/routes.ts'
import { commentModerationRoutes } from './moderation/comment-report-routes.ts'
import { moderationRoutes } from './moderation/routes.ts'
import { exportStore } from './register/export-store.ts'
import { registerRoutes } from './register/routes.ts'
import { ideaSearchHandlers } from './register/search-handlers.ts'
import { similarRoutes } from './similarity/routes.ts'
import { ideaQuoteHandlers } from './submission/quote-handlers.ts'
import { summaryRoutes } from './summary/routes.ts'
import { participantsOf } from './summary/usecases.ts'

type Deps = PresentUsecases & {
  readonly programme: Programme
  readonly people: PeopleUsecases
  readonly channels: ChannelUsecases
  readonly messages: MessageUsecases
  readonly thread: ThreadUsecases
  readonly workshops: WorkshopUsecases & ReminderUsecases & DoorUsecases
}

/** `render` comes with the wiring: a preview shows the card that will be posted. */
export function wireIdeas(wiring: Wiring & { readonly render: Render }, deps: Deps) {
  const tableCredit = (table: string, language = wiring.home) =>
    wiring.words(language).say('idea.credit.table', { table })
  const usecases = ideaUsecases({
    ...wiring,
    ...deps,
    tableCredit,
    participants: participantsOf(deps),
    store: tx => ideaStore(tx, smallOf(deps.programme.directions)),
    lot,
  })
  return {
    usecases,
    handlers: {
      ...ideaHandlers({ ...wiring, ...deps, ideas: usecases }),
      ...ideaQuoteHandlers({ ...wiring, ...deps }),
      ...ideaSearchHandlers({ ...wiring, ...deps, ideas: usecases }),
    },
    routes: [
      ...ideaRoutes(usecases),
      ...boxRoutes(usecases, deps.programme, boxPreviews({ ...wiring, ...deps })),
      ...registerRoutes(usecases, wiring.clock),
      ...similarRoutes(usecases),
      ...commentRoutes(usecases),
      ...commentModerationRoutes(usecases),
      ...answerRoutes(usecases, wiring.clock),
      ...moderationRoutes(usecases),
      ...mergeRoutes(usecases),
      ...harvestRoutes(usecases),
      ...summaryRoutes(usecases),
    ],
    measures: usecases.measures,
    resume: async () => {
      await usecases.resumeLeaving()
      await usecases.resumePending()
    },
    exported: exportStore,
  }
}
