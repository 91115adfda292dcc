import { z } from 'zod'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { IdeaQueries } from './usecases.ts'
import { viewOf } from './view-routes.ts'

const PAGE = 20
const listQuery = pageQuery.extend({ mine: z.enum(['0', '1']).default('0') })

export function ideaRoutes(ideas: Pick<IdeaQueries, 'list' | 'show'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ideas',
      run: async ({ actor, query }) => {
        const { after, mine } = parse(listQuery, query)
        const { items, ...rest } = await ideas.list(
          actor,
          mine === '1' ? { author: actor.id } : {},
          PAGE,
          after,
        )
        return { items: items.map(viewOf), ...rest }
      },
    },
    {
      method: 'get',
      path: '/ideas/:id',
      run: async ({ actor, params }) => viewOf(await ideas.show(actor, parse(idParams, params).id)),
    },
  ]
}
