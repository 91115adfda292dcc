import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import type { ParticipantView, RoomView } from '../../../tabs/contract/room/room.ts'
import type { RoomViewUsecases } from './usecases.ts'

/** The room as people see it on their own screen. */
export function roomViewRoutes(views: RoomViewUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/room',
      run: ({ actor, params }): Promise<RoomView> => views.show(actor, parse(idParams, params).id),
    },
    {
      method: 'get',
      path: '/workshops/:id/participant',
      run: ({ actor, params }): Promise<ParticipantView> =>
        views.participant(actor, parse(idParams, params).id),
    },
  ]
}
