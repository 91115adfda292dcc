import type { Wiring } from '../../conversation/wiring.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import { trialContext } from './trial/context-usecases.ts'
import { trialHandlers } from './trial/handlers.ts'
import { trialReading } from './trial/reading-usecases.ts'
import { trialRoutes } from './trial/routes.ts'
import type { TrialBeside } from './trial/seen.ts'
import { trialStore } from './trial/store.ts'
import { trialUsecases } from './trial/usecases.ts'

type Deps = {
  readonly programme: Pick<Programme, 'directions'>
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne' | 'held' | 'follow'>
}

const NONE = async () => new Map<never, never>()

export function wireTrials(wiring: Wiring, { programme, initiatives }: Deps) {
  const { transact, read, once, note, clock, ids, zone } = wiring
  const store = trialStore
  const context = trialContext({ store, transact, read, clock, zone, initiatives })
  const trials = trialUsecases(
    {
      store,
      transact,
      once,
      note,
      clock,
      ids,
      zone,
      programme,
      initiatives,
      keepStarts: async () => {},
      scheduled: async () => {},
    },
    context,
  )
  const beside: TrialBeside = {
    testing: NONE,
    notes: NONE,
    readings: NONE,
    rounds: NONE,
    asked: NONE,
    next: NONE,
    carried: async () => undefined,
  }
  const reading = trialReading({ store, read, initiatives, beside }, context)
  return {
    usecases: { show: reading.show, ofInitiative: reading.ofInitiative },
    handlers: trialHandlers({ trials }),
    routes: trialRoutes({ trials, reading }),
  }
}
