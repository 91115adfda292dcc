import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { SecretUsecases } from './usecases.ts'

/** Secure erase of what counted secret ballots leave on the disk; retried while it fails. */
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
