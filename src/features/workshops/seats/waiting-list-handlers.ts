import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { WaitingListUsecases } from './waiting-list-usecases.ts'

/** Scheduled reallocation: expired offers, released seats, seats freed in another workshop of the day. */
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
