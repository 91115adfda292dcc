import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { AnswerParts, Answers } from '../commitment/reply-handlers.ts'

const typed = z.object({
  commitment: z.string().regex(ID),
  horizon: z.union([z.iso.date(), z.literal('')]).catch(''),
})

export function moveVerbs(
  { commitments }: AnswerParts,
  { done, one }: Answers,
): Readonly<Record<string, Verb>> {
  return {
    'commitments.move': {
      run: async (actor, pressed) => {
        const { commitment, horizon } = parse(typed, pressed.data)
        const moved = await commitments.move(actor, commitment, horizon)
        return one(actor, moved, done(actor, pressed, 'commit.move.done'))
      },
      redraw: async (actor, { data }) =>
        one(actor, await commitments.show(actor, parse(typed, data).commitment)),
    },
  }
}
