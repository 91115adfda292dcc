import type { Handlers } from '../../conversation/protocol/handlers.ts'
import { FINISH } from './domain.ts'
import type { FinishUsecases } from './finish-usecases.ts'

/** No chat: only what follows from closing. Nobody is written to. */
export function closeoutHandlers({ finish }: FinishUsecases): Handlers {
  return {
    facts: {
      [FINISH]: async ({ payload }) => {
        await finish(String(payload.by))
        return []
      },
    },
  }
}
