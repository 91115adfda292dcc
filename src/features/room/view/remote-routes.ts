import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { optionsInput, type RemoteView, showInput, timerInput } from '../../../tabs/contract/room/remote.ts'
import type { SceneUsecases } from '../scene/usecases.ts'
import type { RemoteUsecases } from './remote-usecases.ts'

type Parts = { readonly scenes: SceneUsecases; readonly remotes: RemoteUsecases }

/** The remote: each act answers what stands after it. */
export function remoteRoutes({ scenes, remotes }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/remote',
      run: ({ actor, params }): Promise<RemoteView> => remotes.show(actor, parse(idParams, params).id),
    },
    {
      method: 'post',
      path: '/workshops/:id/remote/show',
      run: async ({ actor, params, body }): Promise<RemoteView> => {
        const { id } = parse(idParams, params)
        const { version, scene } = parse(showInput, body)
        const { kind, words = '', axis, ballot, minutes, item } = scene
        await scenes.show(actor, id, version, {
          kind,
          words,
          ...(axis !== undefined && { axis }),
          ...(ballot !== undefined && { ballot }),
          ...(minutes !== undefined && { minutes }),
          ...(item !== undefined && { item }),
        })
        return remotes.show(actor, id)
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/remote/timer',
      run: async ({ actor, params, body }): Promise<RemoteView> => {
        const { id } = parse(idParams, params)
        const { version, act, minutes } = parse(timerInput, body)
        await scenes.time(actor, id, version, { act, ...(minutes !== undefined && { minutes }) })
        return remotes.show(actor, id)
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/remote/options',
      run: async ({ actor, params, body }): Promise<RemoteView> => {
        const { id } = parse(idParams, params)
        const { version, names, axis, frozen, reviewed } = parse(optionsInput, body)
        await scenes.choose(actor, id, version, {
          ...(names !== undefined && { names }),
          ...(axis !== undefined && { axis }),
          ...(frozen !== undefined && { frozen }),
          ...(reviewed !== undefined && { reviewed }),
        })
        return remotes.show(actor, id)
      },
    },
  ]
}
