import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { Page } from '../../../tabs/contract/primitives.ts'
import type { ChannelChoice } from '../../../tabs/contract/workshops/planning.ts'
import type { Channel } from './domain.ts'
import type { ChannelReading } from './usecases.ts'

function choiceOf({ id, teamName, name, shut }: Channel): ChannelChoice {
  return { id, team: teamName, name, ...(shut && { shutAt: shut.since }) }
}

/** Where something can be announced. */
export function channelRoutes(channels: Pick<ChannelReading, 'choices'>): ApiRoute[] {
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
