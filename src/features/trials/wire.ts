import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import { trialVerbs } from './card/handlers.ts'
import { trialReplies } from './card/reply-handlers.ts'
import { lookInDoors } from './look-ins/wire.ts'
import { readingVerbs } from './measures/handlers.ts'
import { measureRoutes } from './measures/routes.ts'
import { type TrialRoomDeps, trialRooms } from './rooms-wire.ts'
import { testerVerbs } from './testers/handlers.ts'
import { testerRoutes } from './testers/routes.ts'
import { trialHandlers } from './trial/handlers.ts'
import { roomHandlers } from './trial/room-handlers.ts'
import { trialRoutes } from './trial/routes.ts'
import { trialViews } from './trial/view-routes.ts'

export function wireTrials(wiring: Wiring, deps: TrialRoomDeps) {
  const { words, ids } = wiring
  const { messages, programme } = deps
  const { trials, testers, measures, looking, decision, reading, descent, cards, onSheet } = trialRooms(
    wiring,
    deps,
  )
  const views = trialViews(reading)
  const replies = trialReplies({ cards, programme, words })
  const looks = lookInDoors(wiring, { messages }, looking, reading)
  const all: readonly Handlers[] = [
    trialHandlers({ trials }),
    {
      verbs: {
        ...trialVerbs(replies),
        ...testerVerbs({ cards, testers, ids }, replies),
        ...readingVerbs({ cards, measures }, replies),
      },
    },
    looks.handlers,
    ...decision.handlers,
  ]
  return {
    usecases: { show: reading.show, ofInitiative: reading.ofInitiative },
    onSheet,
    stepSubject: decision.stepSubject,
    /** A decision as a line of a card that tells what moved, or on a card of its own. */
    moves: decision.moves,
    /** What the gallery, to the left, says of trials. */
    words: {
      whys: descent.whys,
      testers: descent.testers,
      places: descent.places,
      hypothesis: descent.hypothesis,
    },
    handlers: roomHandlers(all),
    routes: [
      ...trialRoutes({ trials, reading }, views),
      ...testerRoutes(testers, views),
      ...measureRoutes(measures, views),
      ...decision.routes(views),
      ...looks.routes,
    ],
  }
}
