import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { similarInput } from '../../../tabs/contract/ideas/ideas.ts'
import type { IdeaUsecases } from '../idea/usecases.ts'
import { viewOf } from '../idea/view-routes.ts'

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
