import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import {
  type WallView,
  wallApproveInput,
  wallHideInput,
  wallQuery,
} from '../../../tabs/contract/room/wall.ts'
import type { WallUsecases } from './usecases.ts'

const PAGE = 20

type Parts = Pick<
  WallUsecases,
  'readWall' | 'waitingOnWall' | 'hiddenOnWall' | 'hideOnWall' | 'approveOnWall'
>

export function wallRoutes(walls: Parts): ApiRoute[] {
  const listing = (kept: 'waiting' | 'hidden'): ApiRoute => ({
    method: 'get',
    path: `/workshops/:id/wall/${kept}`,
    run: async ({ actor, params, query }) => {
      const { id } = parse(idParams, params)
      return walls[`${kept}OnWall`](actor, id, PAGE, parse(pageQuery, query).after)
    },
  })
  return [
    {
      method: 'get',
      path: '/workshops/:id/wall',
      run: ({ actor, params, query }): Promise<WallView> =>
        walls.readWall(actor, parse(idParams, params).id, parse(wallQuery, query).after),
    },
    listing('waiting'),
    listing('hidden'),
    {
      method: 'post',
      path: '/workshops/:id/wall/hide',
      run: async ({ actor, params, body }) => {
        const { idea, hidden } = parse(wallHideInput, body)
        await walls.hideOnWall(actor, parse(idParams, params).id, idea, hidden)
        return { idea, hidden }
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/wall/approve',
      run: async ({ actor, params, body }) => {
        const { idea, text } = parse(wallApproveInput, body)
        await walls.approveOnWall(actor, parse(idParams, params).id, idea, text)
        return { idea }
      },
    },
  ]
}
