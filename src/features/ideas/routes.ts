import { z } from 'zod'
import { exact } from '../../kernel/counts.ts'
import { formKey } from '../../kernel/once.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { idParams, pageQuery } from '../../tabs/contract/common.ts'
import { axisInput, type IdeaView, ideaInput, supportInput } from '../../tabs/contract/ideas.ts'
import type { IdeaSeen } from './domain.ts'
import type { IdeaUsecases } from './usecases.ts'

const PAGE = 20
const listQuery = pageQuery.extend({ mine: z.enum(['0', '1']).default('0') })

function viewOf(idea: IdeaSeen): IdeaView {
  const { id, axis, text, authorName, mine, state, at, supports, directions, supported } = idea
  return {
    id,
    ...(axis !== undefined && { axis }),
    text,
    author: authorName,
    mine,
    state,
    at,
    supports: exact('supports', supports),
    directions: exact('supports', directions),
    supported,
  }
}

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
        const { nonce, ...submission } = parse(ideaInput, body)
        return viewOf(await ideas.submit(actor, submission, [formKey(actor.id, nonce, submission)]))
      },
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
  ]
}
