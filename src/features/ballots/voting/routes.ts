import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { voteInput } from '../../../tabs/contract/ballots/ballots.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../ballot/routes.ts'
import type { VoteUsecases } from './usecases.ts'

export function voteRoutes({ vote }: Pick<VoteUsecases, 'vote'>): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/ballots/:id/vote',
      run: async ({ actor, params, body }) =>
        viewOf(await vote(actor, parse(idParams, params).id, parse(voteInput, body))),
    },
  ]
}
