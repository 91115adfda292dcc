import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  meTooInput,
  nearQuery,
  type SharedCommitmentView,
  type SharedView,
  type StagesView,
} from '../../../tabs/contract/commitments.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { CommitmentViews } from '../commitment/view-routes.ts'
import type { SharedUsecases } from './usecases.ts'

const PAGE = 20

/** Reading colleagues' shared commitments, and taking one up. */
export function sharedRoutes(sharing: SharedUsecases, view: CommitmentViews): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/commitments/shared',
      run: async ({ actor }): Promise<readonly SharedView[]> => sharing.shared(actor),
    },
    {
      method: 'get',
      path: '/commitments/near',
      run: async ({ actor, query }): Promise<Page<SharedCommitmentView>> => {
        const { axis, after } = parse(nearQuery, query)
        return sharing.near(actor, axis, PAGE, after)
      },
    },
    {
      method: 'get',
      path: '/directions/:id/commitments',
      run: async ({ actor, params, query }): Promise<Page<SharedCommitmentView>> =>
        sharing.ofDirection(actor, parse(idParams, params).id, PAGE, parse(pageQuery, query).after),
    },
    {
      method: 'get',
      path: '/directions/:id/commitments/stages',
      run: async ({ actor, params }): Promise<readonly StagesView[]> =>
        sharing.stagesOf(actor, parse(idParams, params).id),
    },
    {
      method: 'post',
      path: '/commitments/:id/me-too',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { nonce, ...own } = parse(meTooInput, body)
        const keys = [formKey(actor.id, nonce, { inspiredBy: id, ...own })]
        return view.one(actor, await sharing.meToo(actor, id, own, keys))
      },
    },
  ]
}
