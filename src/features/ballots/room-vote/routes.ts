import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  type RoomVotePage,
  type RoomVoteView,
  roomVoteInput,
} from '../../../tabs/contract/ballots/room-votes.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../ballot/routes.ts'
import { SECRET_FROM } from './domain.ts'
import type { RoomVote, RoomVoteUsecases } from './usecases.ts'

type Parts = RoomVoteUsecases & { readonly voteLink: (ballot: string) => string }

export function roomVoteRoutes({ roomVote, openRoom, voteLink }: Parts): ApiRoute[] {
  const view = ({ ballot, mayClose }: RoomVote): RoomVoteView => {
    return { ballot: viewOf(ballot), link: voteLink(ballot.id), mayClose }
  }
  return [
    {
      method: 'get',
      path: '/workshops/:id/room-vote',
      run: async ({ actor, params }): Promise<RoomVotePage> => {
        const { vote, present, leading, secret } = await roomVote(actor, parse(idParams, params).id)
        return { ...(vote && { vote: view(vote) }), present, leading, secret, secretFrom: SECRET_FROM }
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/room-vote',
      run: async ({ actor, params, body }): Promise<RoomVoteView> => {
        const { id } = parse(idParams, params)
        const { nonce, options, minutes, ...asked } = parse(roomVoteInput, body)
        const key = formKey(actor.id, nonce, { workshop: id })
        const lines = options === 'leading' ? undefined : options
        return view(await openRoom(actor, id, { ...asked, lines, minutes }, [key]))
      },
    },
  ]
}
