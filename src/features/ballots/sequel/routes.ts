import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { BallotView } from '../../../tabs/contract/ballots/ballots.ts'
import { type AwaitedView, sequelInput } from '../../../tabs/contract/ballots/sequels.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../ballot/routes.ts'
import type { SequelUsecases } from './usecases.ts'

export function sequelRoutes({ awaited, settle }: Pick<SequelUsecases, 'awaited' | 'settle'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ballots/awaited',
      run: async ({ actor }): Promise<AwaitedView> => {
        const { count, items } = await awaited(actor)
        return { count, items: items.map(({ id, question, due, late }) => ({ id, question, due, late })) }
      },
    },
    {
      method: 'put',
      path: '/ballots/:id/sequel',
      run: async ({ actor, params, body }): Promise<BallotView> =>
        viewOf(await settle(actor, parse(idParams, params).id, parse(sequelInput, body))),
    },
  ]
}
