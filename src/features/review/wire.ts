import type { Wiring } from '../../conversation/wiring.ts'
import type { FigureUsecases } from '../figures/index.ts'
import type { Programme } from '../programme/index.ts'
import { reviewRoutes } from './routes.ts'
import type { Counting } from './tallies.ts'
import { reviewUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly figures: Pick<FigureUsecases, 'whole'>
  /** What the features to the left count of themselves. */
  readonly counting: Counting
}

export function wireReview({ read, clock, zone }: Wiring, { programme, figures, counting }: Deps) {
  const usecases = reviewUsecases({ read, clock, zone, programme, figures, counting })
  return { usecases, handlers: {}, routes: reviewRoutes(usecases) }
}
