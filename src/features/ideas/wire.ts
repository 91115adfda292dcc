import type { Wiring } from '../../conversation/wiring.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { ideaHandlers } from './handlers.ts'
import { ideaRoutes } from './routes.ts'
import { ideaStore } from './store.ts'
import { ideaUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: PeopleUsecases
  readonly channels: ChannelUsecases
}

export function wireIdeas(wiring: Wiring, deps: Deps) {
  const usecases = ideaUsecases({ ...wiring, ...deps, store: ideaStore })
  return {
    usecases,
    handlers: ideaHandlers({ ...wiring, ...deps, ideas: usecases }),
    routes: ideaRoutes(usecases),
  }
}
