import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { commitmentInput } from '../../../tabs/contract/commitments.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { OwnCommitmentUsecases } from './usecases.ts'
import type { CommitmentViews } from './view-routes.ts'

const PAGE = 50

/** Taking a commitment, and reading one's own. */
export function commitmentRoutes(
  commitments: Pick<OwnCommitmentUsecases, 'mine' | 'take' | 'show'>,
  view: CommitmentViews,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/commitments',
      run: async ({ actor, query }) => {
        const { items, ...rest } = await commitments.mine(actor, PAGE, parse(pageQuery, query).after)
        return { items: await view.many(actor, items), ...rest }
      },
    },
    {
      method: 'post',
      path: '/commitments',
      run: async ({ actor, body }) => {
        const { nonce, idea, ...intention } = parse(commitmentInput, body)
        const answering = { ...intention, ...(idea !== undefined && { idea }) }
        return view.one(
          actor,
          await commitments.take(actor, answering, [formKey(actor.id, nonce, answering)]),
        )
      },
    },
    {
      method: 'get',
      path: '/commitments/:id',
      run: async ({ actor, params }) =>
        view.one(actor, await commitments.show(actor, parse(idParams, params).id)),
    },
  ]
}
