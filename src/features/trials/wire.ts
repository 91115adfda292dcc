import type { Wiring } from '../../conversation/wiring.ts'
import { measureRoutes } from './measures/routes.ts'
import { type TrialRoomDeps, trialRooms } from './rooms-wire.ts'
import { testerRoutes } from './testers/routes.ts'
import { trialHandlers } from './trial/handlers.ts'
import { trialRoutes } from './trial/routes.ts'
import { trialViews } from './trial/view-routes.ts'

export function wireTrials(wiring: Wiring, deps: TrialRoomDeps) {
  const { trials, testers, measures, reading, descent } = trialRooms(wiring, deps)
  const views = trialViews(reading)
  return {
    usecases: { show: reading.show, ofInitiative: reading.ofInitiative },
    /** What the gallery, to the left, says of trials. */
    words: { whys: descent.whys, places: descent.places, hypothesis: descent.hypothesis },
    handlers: trialHandlers({ trials }),
    routes: [
      ...trialRoutes({ trials, reading }, views),
      ...testerRoutes(testers, views),
      ...measureRoutes(measures, views),
    ],
  }
}
