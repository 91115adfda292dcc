import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import type { OwnCommitmentUsecases } from '../commitment/usecases.ts'
import type { MoveUsecases } from './horizon-usecases.ts'

const typed = z.object({
  commitment: z.string().regex(ID),
  horizon: z.union([z.iso.date(), z.literal('')]).catch(''),
})

type Parts = {
  readonly show: OwnCommitmentUsecases['show']
  readonly move: MoveUsecases['move']
}

export function moveVerbs(
  { show, move }: Parts,
  { done, one }: CommitmentReplies,
): Readonly<Record<string, Verb>> {
  return {
    'commitments.move': {
      run: async (actor, pressed) => {
        const { commitment, horizon } = parse(typed, pressed.data)
        const moved = await move(actor, commitment, horizon)
        return one(actor, moved, done(actor, pressed, 'commit.move.done'))
      },
      redraw: async (actor, { data }) => one(actor, await show(actor, parse(typed, data).commitment)),
    },
  }
}
