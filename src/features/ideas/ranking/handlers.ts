import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { RANK } from './schedule.ts'
import type { RankingUsecases } from './usecases.ts'

/** The clock alone asks for it, and nobody is told. */
export function rankingHandlers(ranking: Pick<RankingUsecases, 'rank'>): Handlers {
  return {
    facts: {
      [RANK]: async () => {
        await ranking.rank()
        return []
      },
    },
  }
}
