import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { BroadcastChoices, BroadcastView } from '../../../tabs/contract/broadcasts.ts'
import { type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { BroadcastChoiceUsecases } from './choices-usecases.ts'
import type { BroadcastUsecases } from './usecases.ts'
import { type BroadcastViews, idIn } from './view-routes.ts'

const PAGE = 20

type Parts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'list'>
  readonly choices: BroadcastChoiceUsecases['choices']
}

export function broadcastRoutes(
  { broadcasts, choices }: Parts,
  { ofSeen, view }: BroadcastViews,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/broadcasts',
      run: async ({ actor, query }): Promise<Page<BroadcastView>> => {
        const { items, ...next } = await broadcasts.list(actor, PAGE, parse(pageQuery, query).after)
        const views: BroadcastView[] = []
        for (const seen of items) views.push(await ofSeen(seen))
        return { items: views, ...next }
      },
    },
    {
      method: 'get',
      path: '/broadcasts/choices',
      run: async ({ actor }): Promise<BroadcastChoices> => choices(actor),
    },
    { method: 'get', path: '/broadcasts/:id', run: request => view(request.actor, idIn(request)) },
  ]
}
