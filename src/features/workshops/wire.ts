import type { Wiring } from '../../conversation/wiring.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { Programme } from '../programme/index.ts'
import { workshopHandlers } from './handlers.ts'
import { workshopRoutes } from './routes.ts'
import { workshopStore } from './store.ts'
import { workshopUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'find' | 'list'>
}

export function wireWorkshops(wiring: Wiring, deps: Deps) {
  const usecases = workshopUsecases({ ...wiring, ...deps, store: workshopStore })
  const handlers = workshopHandlers({ ...wiring, ...deps, workshops: usecases })
  return { usecases, handlers, routes: workshopRoutes(usecases) }
}
