import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { IdeaErasureUsecases } from './usecases.ts'

type Parts = {
  readonly leaving: Pick<IdeaErasureUsecases, 'leaveDue'>
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
