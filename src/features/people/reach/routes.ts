import { exact } from '../../../kernel/personal-data/counts.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { ReachCountsView, ReachView } from '../../../tabs/contract/people/reach.ts'
import type { ReachCounts } from './domain.ts'
import type { ReachUsecases } from './usecases.ts'

type Direction = { readonly id: string; readonly name: string; readonly headcount: number }

function viewOf(counts: ReachCounts): ReachCountsView {
  const { people, reachable, installed, conversation, blocked, expected } = counts
  return {
    people: exact('reach', people),
    reachable: exact('reach', reachable),
    installed: exact('reach', installed),
    conversation: exact('reach', conversation),
    blocked: exact('reach', blocked),
    notInstalled: exact('reach', counts['not-installed']),
    noAccount: exact('reach', expected),
  }
}

type Parts = {
  readonly reachByDirection: ReachUsecases['reachByDirection']
  readonly directions: readonly Direction[]
}

export function reachRoutes({ reachByDirection, directions }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/reach',
      run: async ({ actor }): Promise<ReachView> => {
        const reach = await reachByDirection(actor)
        return {
          directions: directions.map(({ id, name, headcount }, at) => ({
            direction: { id, name, headcount },
            ...viewOf(reach.directions[at]?.counts ?? reach.elsewhere),
          })),
          elsewhere: viewOf(reach.elsewhere),
          total: viewOf(reach.total),
        }
      },
    },
  ]
}
