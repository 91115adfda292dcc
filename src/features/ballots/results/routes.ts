import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { DirectionsView } from '../../../tabs/contract/ballots/results.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import type { ResultUsecases } from './usecases.ts'

export function resultRoutes({ byDirection, supports }: ResultUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ballots/:id/directions',
      run: async ({ actor, params }): Promise<DirectionsView> => {
        const { id: ballot } = parse(idParams, params)
        const found = await byDirection(actor, ballot)
        const counts = await supports(actor, ballot)
        const items = found.map(({ direction: { id, name, headcount: voters }, votes, share, small }) => ({
          ...{ id, name, votes, voters, share },
          ...(small && { small }),
        }))
        return { items, supports: [...counts].map(([option, count]) => ({ option, count })) }
      },
    },
  ]
}
