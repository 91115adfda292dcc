import type { Wiring } from '../../conversation/wiring.ts'
import type { GroundingUsecases } from '../grounding/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import { boardUsecases } from './board-usecases.ts'
import { type CloseParts, closeUsecases } from './close-usecases.ts'
import { themeEditUsecases } from './edit-usecases.ts'
import { themeHandlers } from './handlers.ts'
import { placementUsecases } from './move-usecases.ts'
import { placementStore } from './placement-store.ts'
import { proposalStore } from './proposal-store.ts'
import { proposalUsecases } from './proposal-usecases.ts'
import { themeRoutes } from './routes.ts'
import { runStore } from './run-store.ts'
import { runUsecases } from './run-usecases.ts'
import { themeStore } from './theme-store.ts'

type Deps = {
  readonly programme: Programme
  readonly grounding: GroundingUsecases
  readonly submittable: IdeaUsecases['submittable']
  readonly closeIn: CloseParts['closeIn']
}

export function wireThemes(wiring: Wiring, { programme, grounding, submittable, closeIn }: Deps) {
  const { transact, read, once, note, audit, clock, ids } = wiring
  const stores = { themes: themeStore, placements: placementStore, runs: runStore }
  const boards = boardUsecases({ programme, ...stores, read })
  const { themesIn } = boards
  const edits = themeEditUsecases({
    programme,
    ...stores,
    proposals: proposalStore,
    transact,
    once,
    audit,
    ids,
    clock,
  })
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
  const proposals = proposalUsecases({
    programme,
    proposals: proposalStore,
    placements: placementStore,
    themesIn,
    submittable,
    grounding,
    read,
    transact,
    audit,
    ids,
    clock,
  })
  const close = closeUsecases({ programme, placements: placementStore, closeIn, read })
  return {
    handlers: themeHandlers(runs),
    routes: themeRoutes({ boards, close, edits, moves, proposals, runs }),
    boards: { counted: boards.counted, axisOf: boards.axisOf, themesIn },
    titlesIn: boards.titlesIn,
    resume: runs.resume,
  }
}
