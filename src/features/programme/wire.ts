import type { Clock } from '../../kernel/clock.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import type { Programme } from './domain.ts'
import { programmeRoutes } from './routes.ts'

export { programmeStore } from './store.ts'
export { loadProgramme } from './usecases.ts'

/** The programme is loaded before anything else is wired: the zone and the language of all others come from it. */
export function wireProgramme({ clock }: { clock: Clock }, programme: Programme): { routes: ApiRoute[] } {
  return { routes: programmeRoutes({ programme, clock }) }
}
