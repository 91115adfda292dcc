import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { WaitingListUsecases } from './waiting-list-usecases.ts'

/** What falls due of seats: offers that end, seats that are kept no longer, seats that others may have now. */
export function waitingListHandlers({
  reallocateDueSeats,
}: Pick<WaitingListUsecases, 'reallocateDueSeats'>): Handlers {
  return {
    facts: {
      'workshops.settle': async ({ payload }) => {
        await reallocateDueSeats(String(payload.workshop))
        return []
      },
    },
  }
}
