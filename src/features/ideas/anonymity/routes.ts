import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { AnonymityUsecases } from './usecases.ts'
export function anonymityRoutes(anonymity: Pick<AnonymityUsecases, 'unname'>): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/ideas/:id/unname',
      run: async ({ actor, params }) => viewOf(await anonymity.unname(actor, parse(idParams, params).id)),
    },
  ]
}
