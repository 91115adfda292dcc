import type { ApiRoute } from '../../kernel/route.ts'
import type { Page } from '../../tabs/contract/common.ts'
import type { ChannelChoice } from '../../tabs/contract/planning.ts'
import type { Channel } from './domain.ts'
import type { ChannelUsecases } from './usecases.ts'

function choiceOf({ id, teamName, name, shut }: Channel): ChannelChoice {
  return { id, team: teamName, name, ...(shut && { shutAt: shut.since }) }
}

/** Where something can be announced. */
export function channelRoutes(channels: Pick<ChannelUsecases, 'choices'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/channels',
      run: async ({ actor }): Promise<Page<ChannelChoice>> => ({
        items: (await channels.choices(actor)).map(choiceOf),
      }),
    },
  ]
}
