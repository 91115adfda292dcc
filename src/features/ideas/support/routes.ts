import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { supportInput } from '../../../tabs/contract/ideas/ideas.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { SupportUsecases } from './usecases.ts'
export function supportRoutes(supports: Pick<SupportUsecases, 'support'>): ApiRoute[] {
  return [
    {
      method: 'put',
      path: '/ideas/:id/support',
      run: async ({ actor, params, body }) =>
        viewOf(await supports.support(actor, parse(idParams, params).id, parse(supportInput, body).support)),
    },
  ]
}
