import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { changeInput, commitmentEnd, horizonInput, undoInput } from '../../../tabs/contract/commitments.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import type { CommitmentViews } from '../commitment/view-routes.ts'
import type { EndingUsecases } from './ending-usecases.ts'
import type { MoveUsecases } from './horizon-usecases.ts'
import type { CommitmentChangeUsecases } from './usecases.ts'

type Parts = {
  readonly change: CommitmentChangeUsecases['change']
  readonly move: MoveUsecases['move']
  readonly endings: Pick<EndingUsecases, 'end' | 'undoEnd'>
}

/** Changing, ending and restoring one's own commitments. */
export function changeRoutes({ change, move, endings }: Parts, view: CommitmentViews): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/commitments/:id/end',
      run: async ({ actor, params, body }) =>
        view.one(
          actor,
          await endings.end(actor, parse(idParams, params).id, parse(commitmentEnd, body).state),
        ),
    },
    {
      method: 'put',
      path: '/commitments/:id',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        const { nonce, ...given } = parse(changeInput, body)
        const keys = [formKey(actor.id, nonce, { commitment: id, ...given })]
        return view.one(actor, await change(actor, id, given, keys))
      },
    },
    {
      method: 'put',
      path: '/commitments/:id/horizon',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        return view.one(actor, await move(actor, id, parse(horizonInput, body).horizon))
      },
    },
    {
      method: 'post',
      path: '/commitments/:id/undo',
      run: async ({ actor, params, body }) => {
        const { id } = parse(idParams, params)
        return view.one(actor, await endings.undoEnd(actor, id, parse(undoInput, body).until))
      },
    },
  ]
}
