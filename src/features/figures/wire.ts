import type { Wiring } from '../../conversation/wiring.ts'
import type { Measure } from '../../kernel/figure.ts'
import type { Programme } from '../programme/index.ts'
import { figureHandlers } from './handlers.ts'
import { figureRoutes } from './routes.ts'
import { daily, SNAPSHOT } from './schedule.ts'
import { figureStore } from './store.ts'
import { figureUsecases } from './usecases.ts'

/** `measures`: what the other features count of themselves. */
type Deps = { readonly programme: Programme; readonly measures: readonly Measure[] }

export function wireFigures(wiring: Wiring, deps: Deps) {
  const usecases = figureUsecases({ ...wiring, ...deps, store: figureStore })
  return {
    usecases,
    handlers: figureHandlers(usecases),
    routes: figureRoutes(usecases),
    // Once at the very start, so that the page has its figures: again at each, two of them could be compared.
    schedules: [{ kind: SNAPSHOT, next: daily(wiring.zone), atFirst: true }],
  }
}
