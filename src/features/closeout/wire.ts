import type { Wiring } from '../../conversation/wiring.ts'
import type { OpenCount } from '../../kernel/storage/open-count.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { finishUsecases, type Ongoing } from './finish-usecases.ts'
import { closeoutHandlers } from './handlers.ts'
import { closeoutRoutes } from './routes.ts'
import { closeoutStore } from './store.ts'
import { closeoutUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'actor'>
  readonly openCounts: readonly OpenCount[]
  /** What would go on by itself, and how it ends. */
  readonly ballots: Ongoing
  readonly broadcasts: Ongoing
}

export function wireCloseout(wiring: Wiring, deps: Deps) {
  const { transact, read, note, audit, clock } = wiring
  const { programme, people, openCounts, ballots, broadcasts } = deps
  const edges = { store: closeoutStore, transact, read, note, audit, clock }
  const usecases = closeoutUsecases({ ...edges, openCounts, programme })
  const { closedAt, isClosed, checkOpen } = usecases
  const finishing = finishUsecases({ isClosed, people, ballots, broadcasts })
  return {
    usecases: { closedAt, isClosed, checkOpen },
    handlers: closeoutHandlers(finishing),
    routes: closeoutRoutes(usecases),
  }
}
