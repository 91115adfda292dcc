import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type BindingView, bindingInput } from '../../../tabs/contract/channels.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { Channel } from '../channel/domain.ts'
import type { BindingUsecases } from './usecases.ts'

const PAGE = 50

function viewOf({
  id,
  teamId,
  teamName,
  name,
  direction,
  teamDirection,
  archived,
  shut,
}: Channel): BindingView {
  return {
    id,
    teamId,
    team: teamName,
    name,
    ...(direction !== undefined && { direction }),
    ...(teamDirection !== undefined && { teamDirection }),
    ...(archived && { archived }),
    ...(shut && { shutAt: shut.since }),
  }
}

/** Bindings of channels to Directions. */
export function bindingRoutes(channels: Pick<BindingUsecases, 'bind' | 'channels'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/channels/bindings',
      run: async ({ actor, query }): Promise<Page<BindingView>> => {
        const { items, ...next } = await channels.channels(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(viewOf), ...next }
      },
    },
    {
      method: 'put',
      path: '/channels/:id/binding',
      run: async ({ actor, params, body }): Promise<BindingView> => {
        const { part, direction } = parse(bindingInput, body)
        return viewOf(await channels.bind(actor, parse(idParams, params).id, part, direction ?? undefined))
      },
    },
  ]
}
