import type { Wiring } from '../../conversation/wiring.ts'
import { smallOf } from '../../kernel/personal-data/counts.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { initiativeHandlers } from './initiative/handlers.ts'
import { type Committed, initiativeRoutes } from './initiative/routes.ts'
import { initiativeStore } from './initiative/store.ts'
import { initiativeUsecases } from './initiative/usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly channels: ChannelUsecases
  readonly people: PeopleUsecases
  readonly messages: MessageUsecases
  readonly ideas: IdeaUsecases
  readonly commitments: { readonly takenFrom: Committed }
}

export function wireInitiatives(wiring: Wiring, deps: Deps) {
  const usecases = initiativeUsecases({
    ...wiring,
    ...deps,
    store: tx => initiativeStore(tx, smallOf(deps.programme.directions)),
  })
  return {
    usecases,
    handlers: initiativeHandlers({ ...wiring, ...deps, initiatives: usecases }),
    routes: initiativeRoutes(usecases, deps.commitments.takenFrom),
  }
}
