import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { ERASE } from './schedule.ts'
import type { RetentionUsecases } from './usecases.ts'

/** No command, no card: the clock alone asks for it, and nobody is told but by the page. */
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
