import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { TrialUsecases } from './usecases.ts'

/** What becomes of a trial by the clock. */
export function trialHandlers({ trials }: { readonly trials: Pick<TrialUsecases, 'begin' | 'catchUp'> }) {
  return {
    facts: {
      'trials.begin': async ({ payload }) => {
        await trials.begin(String(payload.trial), Number(payload.turn))
        return []
      },
      // Hidden on its first day, it begins once it is shown again.
      'ideas.moderated': async ({ payload }) => {
        await trials.catchUp(String(payload.idea))
        return []
      },
    },
  } satisfies Handlers
}
