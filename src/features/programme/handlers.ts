import type { Handlers } from '../../conversation/handlers.ts'
import type { RetentionUsecases } from './retention-usecases.ts'
import { ERASE } from './schedule.ts'

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
