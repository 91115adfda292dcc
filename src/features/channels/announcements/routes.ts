import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type AudienceView, targetsQuery } from '../../../tabs/contract/channels.ts'
import type { AnnouncedChannelView } from '../../../tabs/contract/workshops/planning.ts'
import type { Channel } from '../channel/domain.ts'
import { whereOf } from './domain.ts'
import type { AnnouncingUsecases } from './usecases.ts'

const nameOf = ({ teamName, name }: Channel): AnnouncedChannelView => ({ team: teamName, name })

/** Where an announcement would appear, while somebody still chooses. */
export function targetRoutes(announcing: Pick<AnnouncingUsecases, 'targetAudience'>): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/channels/targets',
      run: async ({ actor, query }): Promise<AudienceView> => {
        const where = whereOf({ channel: '', ...parse(targetsQuery, query) })
        const { channels, shut, unbound, headcount, free } = await announcing.targetAudience(actor, where)
        return { channels: channels.map(nameOf), shut: shut.map(nameOf), unbound, headcount, free }
      },
    },
  ]
}
