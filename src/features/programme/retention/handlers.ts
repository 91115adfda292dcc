import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { ERASE } from './schedule.ts'
import type { RetentionUsecases } from './usecases.ts'

/** Scheduled only; nobody is notified. */
export function programmeHandlers(retention: RetentionUsecases): Handlers {
  return {
    facts: {
      [ERASE]: async () => {
        await retention.erase()
        return []
      },
    },
  }
}
