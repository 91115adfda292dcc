import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { IdeaErasureUsecases } from './usecases.ts'

type Parts = {
  readonly leaving: Pick<IdeaErasureUsecases, 'leaveDue'>
}

/** Scheduled deletion of ideas whose author was erased; nobody is notified. */
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
