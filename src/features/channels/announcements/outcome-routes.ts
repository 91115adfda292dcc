import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type AnnouncedView, announcedInput, announcedQuery } from '../../../tabs/contract/announced.ts'
import type { Page } from '../../../tabs/contract/primitives.ts'
import { keyOf, parsePlace, type Unsettled } from './outcome.ts'
import type { AnnouncedUsecases } from './outcome-usecases.ts'

const PAGE = 50

function viewOf(item: Unsettled): AnnouncedView {
  const { thing, id, channel, state, why, at, open, where } = item
  return {
    key: keyOf(item),
    thing,
    id,
    channel: { id: channel, name: where.name, team: where.teamName },
    state,
    ...(why !== undefined && { why }),
    at,
    open,
    ...(where.shut && { shutAt: where.shut.since }),
  }
}

export function announcedRoutes(
  channels: Pick<AnnouncedUsecases, 'toCheck' | 'settle' | 'repost'>,
): ApiRoute[] {
  const act = (name: 'settle' | 'repost'): ApiRoute => ({
    method: 'post',
    path: `/announced/${name}`,
    run: async ({ actor, body }): Promise<AnnouncedView> => {
      const { key, at } = parse(announcedInput, body)
      return viewOf(await channels[name](actor, parsePlace(key), at))
    },
  })
  return [
    {
      method: 'get',
      path: '/announced',
      run: async ({ actor, query }): Promise<Page<AnnouncedView>> => {
        const { items, ...rest } = await channels.toCheck(actor, PAGE, parse(announcedQuery, query).after)
        return { items: items.map(viewOf), ...rest }
      },
    },
    act('settle'),
    act('repost'),
  ]
}
