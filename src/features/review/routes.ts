import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import { type FollowedView, followedQuery, type ReviewView } from '../../tabs/contract/figures/review.ts'
import type { ReviewUsecases } from './usecases.ts'

export function reviewRoutes(review: ReviewUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/review',
      run: ({ actor }): Promise<ReviewView> => review.read(actor),
    },
    {
      method: 'get',
      path: '/review/followed',
      run: ({ actor, query }): Promise<FollowedView> =>
        review.followed(actor, parse(followedQuery, query).direction),
    },
  ]
}
