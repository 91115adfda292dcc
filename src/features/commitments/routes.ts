import { formKey } from '../../kernel/once.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { dateIn } from '../../kernel/zone.ts'
import {
  type CommitmentView,
  commitmentEnd,
  commitmentInput,
  type SharedView,
} from '../../tabs/contract/commitments.ts'
import { idParams, pageQuery } from '../../tabs/contract/common.ts'
import type { Commitment } from './domain.ts'
import type { CommitmentUsecases } from './usecases.ts'

const PAGE = 50

function viewOf(
  { id, axis, text, horizon, visibility, state, endedAt }: Commitment,
  zone: string,
): CommitmentView {
  const ended = endedAt === undefined ? {} : { endedOn: dateIn(endedAt, zone) }
  return { id, axis, text, horizon, visibility, state, ...ended }
}

export function commitmentRoutes(commitments: CommitmentUsecases, zone: string): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/commitments',
      run: async ({ actor, query }) => {
        const { items, ...rest } = await commitments.mine(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(item => viewOf(item, zone)), ...rest }
      },
    },
    {
      method: 'get',
      path: '/commitments/shared',
      run: async ({ actor }): Promise<readonly SharedView[]> => commitments.shared(actor),
    },
    {
      method: 'post',
      path: '/commitments',
      run: async ({ actor, body }) => {
        const { nonce, idea, ...intention } = parse(commitmentInput, body)
        const answering = { ...intention, ...(idea !== undefined && { idea }) }
        return viewOf(await commitments.take(actor, answering, [formKey(actor.id, nonce, answering)]), zone)
      },
    },
    {
      method: 'post',
      path: '/commitments/:id/end',
      run: async ({ actor, params, body }) =>
        viewOf(
          await commitments.end(actor, parse(idParams, params).id, parse(commitmentEnd, body).state),
          zone,
        ),
    },
  ]
}
