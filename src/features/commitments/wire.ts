import type { Wiring } from '../../conversation/wiring.ts'
import type { Measure } from '../../kernel/personal-data/measure.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { ThreadUsecases } from '../thread/index.ts'
import { dueStore } from './commitment/due-store.ts'
import { dueUsecases } from './commitment/due-usecases.ts'
import { commitmentHandlers } from './commitment/handlers.ts'
import { commitmentRoutes } from './commitment/routes.ts'
import { commitmentStore } from './commitment/store.ts'
import { commitmentUsecases } from './commitment/usecases.ts'
import { unsharedCells } from './sharing/store.ts'

type Deps = {
  readonly programme: Programme
  readonly people: PeopleUsecases
  readonly ideas: IdeaUsecases
  readonly thread: ThreadUsecases
}

const measures: readonly Measure[] = [{ name: 'commitments-unshared', count: unsharedCells }]

export function wireCommitments(wiring: Wiring, deps: Deps) {
  const today = () => dateIn(wiring.clock.now(), wiring.zone)
  const usecases = commitmentUsecases({ ...wiring, ...deps, today, store: commitmentStore })
  return {
    usecases: { ...usecases, ...dueUsecases({ ...wiring, dues: dueStore }) },
    handlers: commitmentHandlers({ ...wiring, ...deps, commitments: usecases }),
    routes: commitmentRoutes(usecases, wiring.zone),
    measures,
  }
}
