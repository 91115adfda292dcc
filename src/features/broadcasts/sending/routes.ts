import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { broadcastAgain, broadcastStart } from '../../../tabs/contract/broadcasts.ts'
import type { BroadcastViews } from '../broadcast/view-routes.ts'
import type { SendingUsecases } from './usecases.ts'

export function sendingRoutes(sending: SendingUsecases, { act }: BroadcastViews): ApiRoute[] {
  return [
    act('start', (id, { actor, body }) => sending.start(actor, id, parse(broadcastStart, body).version)),
    act('pause', (id, { actor }) => sending.pause(actor, id)),
    act('go-on', (id, { actor }) => sending.goOn(actor, id)),
    act('stop', (id, { actor }) => sending.stop(actor, id)),
    act('again', (id, { actor, body }) => sending.again(actor, id, parse(broadcastAgain, body).again)),
  ]
}
