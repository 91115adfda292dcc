import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { pairInput, screenParams } from '../../../tabs/contract/room/pairing.ts'
import type { RemoteView } from '../../../tabs/contract/room/remote.ts'
import type { PairingUsecases } from './usecases.ts'

type Parts = {
  readonly pairing: Pick<PairingUsecases, 'pair' | 'revoke'>
  /** The remote as it stands after an act. */
  readonly remoteOf: (actor: Actor, workshop: string) => Promise<RemoteView>
}

/** What a remote does with screens; each act answers what stands after it. */
export function pairingRoutes({ pairing, remoteOf }: Parts): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/workshops/:id/remote/pair',
      run: async ({ actor, params, body }): Promise<RemoteView> => {
        const { id } = parse(idParams, params)
        await pairing.pair(actor, id, parse(pairInput, body).code)
        return remoteOf(actor, id)
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/remote/screens/:key/revoke',
      run: async ({ actor, params }): Promise<RemoteView> => {
        const { id, key } = parse(screenParams, params)
        await pairing.revoke(actor, id, key)
        return remoteOf(actor, id)
      },
    },
  ]
}
