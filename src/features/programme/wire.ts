import type { Wiring } from '../../conversation/wiring.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import type { Programme } from './domain.ts'
import { pageRoutes } from './page-routes.ts'
import { type MethodRules, pageUsecases } from './page-usecases.ts'
import { programmeRoutes } from './routes.ts'

import { programmeStore } from './store.ts'

export { loadProgramme } from './usecases.ts'
export { programmeStore }

type Deps = {
  readonly programme: Programme
  readonly rules: MethodRules
}

/** The programme is loaded before anything else is wired: the zone and the language of all others come from it. */
export function wireProgramme(
  wiring: Pick<Wiring, 'clock' | 'transact' | 'read' | 'audit' | 'log'>,
  { programme, rules }: Deps,
): { routes: ApiRoute[] } {
  const { clock } = wiring
  const page = pageUsecases({ ...wiring, ...rules, programme, store: programmeStore })
  return { routes: [...programmeRoutes({ programme, clock }), ...pageRoutes(page, clock.now)] }
}
