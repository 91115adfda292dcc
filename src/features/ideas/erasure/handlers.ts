import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { IdeaErasureUsecases } from './usecases.ts'

type Parts = {
  readonly scheduled: Pick<IdeaErasureUsecases, 'eraseDue'>
}

/** Scheduled deletion of ideas whose author was erased; nobody is notified. */
export function ideaErasureHandlers({ scheduled }: Parts): Handlers {
  return {
    facts: {
      'ideas.leave': async () => {
        await scheduled.eraseDue()
        return []
      },
    },
  }
}
