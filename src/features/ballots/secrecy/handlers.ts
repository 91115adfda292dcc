import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { SecretUsecases } from './usecases.ts'

/** Clears the disk of what counted secret ballots left; delivered again while that fails. */
export function secretHandlers({ scrub }: Pick<SecretUsecases, 'scrub'>) {
  return {
    facts: {
      'ballots.scrub': async () => {
        await scrub()
        return []
      },
    },
  } satisfies Handlers
}
