import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { similarInput } from '../../tabs/contract/ideas.ts'
import type { IdeaUsecases } from './usecases.ts'
import { viewOf } from './view-routes.ts'

export function similarRoutes(ideas: Pick<IdeaUsecases, 'similar'>): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/ideas/similar',
      run: async ({ actor, body }) => {
        const close = await ideas.similar(actor, parse(similarInput, body).text)
        return { items: close.map(viewOf) }
      },
    },
  ]
}
