import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { LeavingUsecases } from './usecases.ts'

type Parts = {
  readonly leaving: Pick<LeavingUsecases, 'leaveDue'>
}

/** No command, no card: ideas of people who were erased go, each at its moment, and nobody is told. */
export function leavingHandlers({ leaving }: Parts): Handlers {
  return {
    facts: {
      'ideas.leave': async () => {
        await leaving.leaveDue()
        return []
      },
    },
  }
}
