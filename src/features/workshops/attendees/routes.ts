import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import { shownInput, type VisitView } from '../../../tabs/contract/workshops/visit.ts'
import { isAhead } from '../workshop/domain.ts'
import type { Visit } from './domain.ts'
import type { VisitUsecases } from './usecases.ts'

const PAGE = 50

function viewOf({ workshop, shown, names, next, need, table }: Visit): VisitView {
  const { seatsTaken, directions, mine, stage } = workshop
  return {
    seats: exact('seats', seatsTaken),
    directions: exact('seats', directions),
    seated: mine === 'yes' && isAhead(stage),
    names,
    ...(next !== undefined && { next }),
    shown,
    need,
    ...(table !== undefined && { table }),
  }
}

export function visitRoutes(visits: VisitUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/visit',
      run: async ({ actor, params, query }) => {
        const { after } = parse(pageQuery, query)
        return viewOf(await visits.prepare(actor, parse(idParams, params).id, { limit: PAGE, after }))
      },
    },
    {
      method: 'put',
      path: '/workshops/:id/shown',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        await visits.showName(actor, id, parse(shownInput, body).shown)
        return viewOf(await visits.prepare(actor, id, { limit: PAGE }))
      },
    },
  ]
}
