import type { Handlers } from '../../conversation/protocol/handlers.ts'
import { SNAPSHOT } from './schedule.ts'
import type { FigureUsecases } from './usecases.ts'

/** No command, no card: the clock alone asks for a snapshot, and nobody is told. */
export function figureHandlers(figures: FigureUsecases): Handlers {
  return {
    facts: {
      [SNAPSHOT]: async () => {
        await figures.snapshot()
        return []
      },
    },
  }
}
