import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Settling } from './waiting-list-usecases.ts'

/** What falls due of seats: offers that end, seats that are kept no longer, seats that others may have now. */
export function settlingHandlers({ settleDue }: Pick<Settling, 'settleDue'>): Handlers {
  return {
    facts: {
      'workshops.settle': async ({ payload }) => {
        await settleDue(String(payload.workshop))
        return []
      },
    },
  }
}
