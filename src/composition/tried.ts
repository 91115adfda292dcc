import type { Wiring } from '../conversation/wiring.ts'
import { wireInitiatives } from '../features/initiatives/wire.ts'
import { wireTrialRecords } from '../features/trials/records-wire.ts'
import { wireTrials } from '../features/trials/wire.ts'

type Deps = Omit<Parameters<typeof wireInitiatives>[1], 'trials' | 'trialOf'> &
  Omit<Parameters<typeof wireTrials>[1], 'initiatives'> &
  Omit<Parameters<typeof wireTrialRecords>[1], 'initiatives'>

/** Initiatives, what they try, and what is kept of that. */
export function wireTried(wiring: Wiring, deps: Deps) {
  const initiativeWire = wireInitiatives(wiring, {
    ...deps,
    // Trials are to the right, and a sheet says what it tries.
    trials: () => trialWire.words,
    trialOf: (...asked) => trialWire.onSheet(...asked),
  })
  const { usecases: initiatives } = initiativeWire
  const trialWire = wireTrials(wiring, { ...deps, initiatives })
  const recordWire = wireTrialRecords(wiring, { ...deps, initiatives })
  return { initiativeWire, trialWire, recordWire }
}
