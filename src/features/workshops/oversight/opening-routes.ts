import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { Page } from '../../../tabs/contract/primitives.ts'
import type { OpeningTodayView } from '../../../tabs/contract/workshops/planning.ts'
import type { OpeningDayUsecases } from './opening-usecases.ts'

export function openingDayRoutes({ openingToday }: OpeningDayUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/openings/today',
      run: async ({ actor }): Promise<Page<OpeningTodayView>> => {
        const { items, now } = await openingToday(actor)
        return {
          items: items.map(({ id, thing, title, opensAt, asked }) => ({
            id,
            series: thing === 'series',
            title,
            opensAt,
            opened: opensAt <= now,
            ...(asked !== undefined && { asked }),
          })),
        }
      },
    },
  ]
}
