import type { Wiring } from '../../conversation/wiring.ts'
import type { Programme } from '../programme/index.ts'
import { boardUsecases } from './board-usecases.ts'
import { themeEditUsecases } from './edit-usecases.ts'
import { themeHandlers } from './handlers.ts'
import { placementUsecases } from './move-usecases.ts'
import { placementStore } from './placement-store.ts'
import { themeRoutes } from './routes.ts'
import { runStore } from './run-store.ts'
import { runUsecases } from './run-usecases.ts'
import { themeStore } from './theme-store.ts'

type Deps = { readonly programme: Programme }

export function wireThemes(wiring: Wiring, { programme }: Deps) {
  const { transact, read, once, note, audit, clock, ids } = wiring
  const stores = { themes: themeStore, placements: placementStore, runs: runStore }
  const boards = boardUsecases({ programme, ...stores, read })
  const { themesIn } = boards
  const edits = themeEditUsecases({ programme, ...stores, transact, once, audit, ids, clock })
  const moves = placementUsecases({ placements: placementStore, themesIn, transact, audit })
  const runs = runUsecases({
    programme,
    placements: placementStore,
    runs: runStore,
    themesIn,
    transact,
    note,
    audit,
    clock,
  })
  return {
    handlers: themeHandlers(runs),
    routes: themeRoutes({ boards, edits, moves, runs }),
    titlesIn: boards.titlesIn,
    resume: runs.resume,
  }
}
