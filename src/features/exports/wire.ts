import type { Handlers } from '../../conversation/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Language } from '../../kernel/language.ts'
import type { Moment, Tx } from '../../kernel/tx.ts'
import type { ExportedIdeas } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import { ideaTable } from './idea-cards.ts'
import { createPlaces } from './places.ts'
import { exportRoutes } from './routes.ts'
import { exportUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly moment: () => Promise<Moment>
  readonly exported: (tx: Tx) => ExportedIdeas
}

export function wireExports(wiring: Wiring, deps: Deps) {
  const { programme, exported } = deps
  const { zone } = wiring
  const tables = (language: Language) => {
    const parts = { words: wiring.words(language), programme, zone }
    return { ideas: ideaTable({ ...parts, ideas: exported }) }
  }
  const usecases = exportUsecases({ ...wiring, ...deps, places: createPlaces(), tables })
  // Nothing of it is for a conversation.
  const handlers: Handlers = {}
  return { handlers, routes: exportRoutes(usecases, zone) }
}
