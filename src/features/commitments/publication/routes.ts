import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  asideInput,
  publishInput,
  type ReadyStoriesView,
  type ReadyStoryView,
} from '../../../tabs/contract/commitment-stories.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { Targets } from '../../channels/index.ts'
import type { ReadyStory } from './domain.ts'
import type { StoryPublicationUsecases } from './usecases.ts'

const PAGE = 20

const channelView = ({ teamName: team, name }: Targets['channels'][number]) => ({ team, name })

function viewOf(
  { id, text, signature, state, turn, at, publishedAt }: ReadyStory,
  targets?: Targets,
): ReadyStoryView {
  return {
    id,
    text,
    state,
    turn,
    at,
    ...(signature !== '' && { signature }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(targets && { channels: targets.channels.map(channelView) }),
  }
}

/** What people of a Direction tell, on its pilot's page. */
export function publicationRoutes(
  publication: Pick<StoryPublicationUsecases, 'ready' | 'publish' | 'setAside'>,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/directions/:id/stories',
      run: async ({ actor, params, query }): Promise<ReadyStoriesView> => {
        const { id } = parse(idParams, params)
        const { items, out, channels, ...rest } = await publication.ready(
          actor,
          id,
          PAGE,
          parse(pageQuery, query).after,
        )
        const lists = { items: items.map(story => viewOf(story)), out: out.map(story => viewOf(story)) }
        return { ...lists, channels: channels.map(channelView), ...rest }
      },
    },
    {
      method: 'post',
      path: '/stories/:id/publish',
      run: async ({ actor, params, body }): Promise<ReadyStoryView> => {
        const { id } = parse(idParams, params)
        const { story, targets } = await publication.publish(actor, id, parse(publishInput, body).turn)
        return viewOf(story, targets)
      },
    },
    {
      method: 'put',
      path: '/stories/:id/aside',
      run: async ({ actor, params, body }): Promise<ReadyStoryView> =>
        viewOf(await publication.setAside(actor, parse(idParams, params).id, parse(asideInput, body).aside)),
    },
  ]
}
