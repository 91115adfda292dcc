import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  type PostedView,
  type PostPlacesView,
  type PostsView,
  postInput,
  postQuery,
  type WeekView,
} from '../../../tabs/contract/nudges.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import type { Targets } from '../../channels/index.ts'
import type { Published } from './domain.ts'
import type { PostUsecases } from './usecases.ts'
import type { WeekUsecases } from './week-usecases.ts'

function placesView({ channels }: Targets, publishedAt?: number): PostPlacesView {
  return {
    channels: channels.map(({ teamName: team, name }) => ({ team, name })),
    ...(publishedAt !== undefined && { publishedAt }),
  }
}

const postedView = ({ thing, thingId: of, at }: Published): PostedView => ({ thing, of, at })

export function nudgeRoutes(
  { week }: WeekUsecases,
  posts: Pick<PostUsecases, 'list' | 'prepare' | 'post' | 'publishedAt'>,
): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/directions/:id/week',
      run: async ({ actor, params, sentence }): Promise<WeekView> => {
        const { silent, published, mute } = await week(actor, parse(idParams, params).id)
        return {
          ...(silent !== undefined && { silent }),
          published: published.map(postedView),
          ...(mute && { mute: sentence(mute) }),
        }
      },
    },
    {
      method: 'get',
      path: '/directions/:id/post-places',
      run: async ({ actor, params, query }): Promise<PostPlacesView> => {
        const { thing, of } = parse(postQuery, query)
        const { id: direction } = parse(idParams, params)
        const what = { thing, thingId: of, direction }
        const { targets } = await posts.prepare(actor, what)
        return placesView(targets, await posts.publishedAt(what))
      },
    },
    {
      method: 'get',
      path: '/directions/:id/posts',
      run: async ({ actor, params }): Promise<PostsView> => ({
        items: (await posts.list(actor, parse(idParams, params).id)).map(postedView),
      }),
    },
    {
      method: 'post',
      path: '/directions/:id/posts',
      run: async ({ actor, params, body }): Promise<PostPlacesView> => {
        const { nonce, text, thing, of, again } = parse(postInput, body)
        const what = { thing, thingId: of, direction: parse(idParams, params).id }
        const keys = [formKey(actor.id, nonce, { ...what, text })]
        return placesView(await posts.post(actor, what, text, keys, again))
      },
    },
  ]
}
