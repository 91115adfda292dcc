import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { DirectionWorkshopView } from '../../../tabs/contract/workshops/workshops.ts'
import { viewOf } from '../registration/personal-view-routes.ts'
import type { DirectionUsecases } from './direction-usecases.ts'

const PAGE = 20

type Parts = {
  readonly directions: Pick<DirectionUsecases, 'ofDirection'>
  readonly calendarOf: (workshop: string) => string
}

export function directionRoutes({ directions, calendarOf }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/directions/:id/workshops',
      run: async ({ actor, params, query }): Promise<Page<DirectionWorkshopView>> => {
        const { id } = parse(idParams, params)
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await directions.ofDirection(actor, id, PAGE, after)
        const views = items.map(workshop => ({
          ...viewOf(workshop, calendarOf(workshop.id)),
          seatsOfDirection: workshop.seatsOfDirection,
          ...(workshop.quota !== undefined && { quota: workshop.quota }),
        }))
        return { items: views, ...next }
      },
    },
  ]
}
