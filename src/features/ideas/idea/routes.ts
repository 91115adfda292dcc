import { z } from 'zod'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { axisInput, correctionInput, ideaInput, supportInput } from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { IdeaUsecases } from './usecases.ts'
import { viewOf } from './view-routes.ts'

const PAGE = 20
const listQuery = pageQuery.extend({ mine: z.enum(['0', '1']).default('0') })

export function ideaRoutes(ideas: IdeaUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ideas',
      run: async ({ actor, query }) => {
        const { after, mine } = parse(listQuery, query)
        const { items, ...rest } = await ideas.list(
          actor,
          mine === '1' ? { author: actor.id } : {},
          PAGE,
          after,
        )
        return { items: items.map(viewOf), ...rest }
      },
    },
    {
      method: 'post',
      path: '/ideas',
      run: async ({ actor, body }) => {
        const { nonce, unnamed, ...words } = parse(ideaInput, body)
        const submission = { ...words, ...(unnamed !== undefined && { unnamed }) }
        return viewOf(await ideas.submit(actor, submission, [formKey(actor.id, nonce, submission)]))
      },
    },
    {
      method: 'get',
      path: '/ideas/:id',
      run: async ({ actor, params }) => viewOf(await ideas.show(actor, parse(idParams, params).id)),
    },
    {
      method: 'put',
      path: '/ideas/:id/support',
      run: async ({ actor, params, body }) =>
        viewOf(await ideas.support(actor, parse(idParams, params).id, parse(supportInput, body).support)),
    },
    {
      method: 'put',
      path: '/ideas/:id/axis',
      run: async ({ actor, params, body }) =>
        viewOf(await ideas.setAxis(actor, parse(idParams, params).id, parse(axisInput, body).axis)),
    },
    {
      method: 'put',
      path: '/ideas/:id/text',
      run: async ({ actor, params, body }) =>
        viewOf(await ideas.correct(actor, parse(idParams, params).id, parse(correctionInput, body))),
    },
    {
      method: 'post',
      path: '/ideas/:id/unname',
      run: async ({ actor, params }) => viewOf(await ideas.unname(actor, parse(idParams, params).id)),
    },
    {
      method: 'post',
      path: '/ideas/:id/undo',
      run: async ({ actor, params }) => {
        const { id } = parse(idParams, params)
        await ideas.undo(actor, id)
        return { id }
      },
    },
  ]
}
