import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { similarInput } from '../../../tabs/contract/ideas/ideas.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { SimilarUsecases } from './usecases.ts'

export function similarRoutes(similarity: Pick<SimilarUsecases, 'similar'>): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/ideas/similar',
      run: async ({ actor, body }) => {
        const close = await similarity.similar(actor, parse(similarInput, body).text)
        return { items: close.map(viewOf) }
      },
    },
  ]
}
